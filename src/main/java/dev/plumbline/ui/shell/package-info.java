/**
 * The frame around every screen: header, tabs, tree, foot, and what the keyboard does everywhere.
 * May use: model, job, every part of ui that it puts into the frame.
 * Must never: know what a screen shows.
 */
@NullMarked
package dev.plumbline.ui.shell;

import org.jspecify.annotations.NullMarked;
