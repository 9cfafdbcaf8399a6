/**
 * The journal as a screen: what was run from here, whether its chain holds, and what was left unfinished.
 * May use: model, job, the screen foundation.
 * Must never: write to the journal.
 */
@NullMarked
package dev.plumbline.ui.history;

import org.jspecify.annotations.NullMarked;
