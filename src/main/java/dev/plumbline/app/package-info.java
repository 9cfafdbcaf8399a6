/**
 * Composition root and main: makes everything once and closes it in reverse order.
 * May use: all rooms.
 * Must never: hold logic of its own.
 */
@NullMarked
package dev.plumbline.app;

import org.jspecify.annotations.NullMarked;
