/**
 * Any two states side by side: what differs, layer by layer, how much it matters, what depends on it, and the statements that would set it right.
 * May use: model, drift, plan, operation, the screen foundation.
 * Must never: run a statement, take what could not be compared for equal, or leave something out without saying so.
 */
@NullMarked
package dev.plumbline.ui.compare;

import org.jspecify.annotations.NullMarked;
