/**
 * The checks of a DBUpgrade, computed as its operator does. Pure.
 * May use: model.
 * Must never: do IO, read a clock or a locale, or take what is unknown for passed.
 */
@NullMarked
package dev.plumbline.drift.gate;

import org.jspecify.annotations.NullMarked;
