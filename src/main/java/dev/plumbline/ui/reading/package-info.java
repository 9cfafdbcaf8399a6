/**
 * What a screen reads again and again, with its age, its progress and what went wrong.
 * May use: model, job, JavaFX properties.
 * Must never: know a control or a screen.
 */
@NullMarked
package dev.plumbline.ui.reading;

import org.jspecify.annotations.NullMarked;
