/**
 * What a DBUpgrade declares, and what was read of the cluster around it.
 * May use: model.
 * Must never: do IO, read a clock, or hold anything mutable.
 */
@NullMarked
package dev.plumbline.model.upgrade;

import org.jspecify.annotations.NullMarked;
