/**
 * DBUpgrades: what holds one up, how its metrics come to be, and one that is written before it exists.
 * May use: model, job, drift, operation, ui.fx, ui.control, ui.reading, ui.text.
 * Must never: read a cluster itself, or call another feature.
 */
@NullMarked
package dev.plumbline.ui.gates;

import org.jspecify.annotations.NullMarked;
