/** What each kind of block does: preview, run, verify; one kind to a file. */
@NullMarked
package dev.plumbline.runbook.step;

import org.jspecify.annotations.NullMarked;
