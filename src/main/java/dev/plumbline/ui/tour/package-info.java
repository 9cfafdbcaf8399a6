/**
 * The guided tour: the main job, clicked through in the real window with the real mouse, a picture at each stop.
 * May use: ui.fx.
 * Must never: reach past the screen to what a click would do.
 */
@NullMarked
package dev.plumbline.ui.tour;

import org.jspecify.annotations.NullMarked;
