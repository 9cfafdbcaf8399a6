/** A run of a runbook: its state, read from its transcript, and what may be done next. */
@NullMarked
package dev.plumbline.runbook.run;

import org.jspecify.annotations.NullMarked;
