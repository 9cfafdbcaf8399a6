/**
 * The strip at the window's foot and the drawer above it: what runs, and what went wrong lately.
 * May use: model, ui.fx, ui.control.
 * Must never: start work.
 */
@NullMarked
package dev.plumbline.ui.activity;

import org.jspecify.annotations.NullMarked;
