/**
 * Things of a database as lines that a person reads, and two lists of lines side by side. Pure.
 * May use: model.
 * Must never: do IO, or write SQL that somebody could run.
 */
@NullMarked
package dev.plumbline.drift.text;

import org.jspecify.annotations.NullMarked;
