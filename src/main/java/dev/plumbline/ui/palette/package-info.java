/**
 * The palette: every action and every loaded object, found by a few letters.
 * May use: model, ui.fx, ui.control.
 * Must never: know what an entry does.
 */
@NullMarked
package dev.plumbline.ui.palette;

import org.jspecify.annotations.NullMarked;
