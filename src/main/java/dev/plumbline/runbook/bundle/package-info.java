/** What is handed on of a run: its transcript for people and programs, and a folder with everything about it that can be read and checked without any server. */
@NullMarked
package dev.plumbline.runbook.bundle;

import org.jspecify.annotations.NullMarked;
