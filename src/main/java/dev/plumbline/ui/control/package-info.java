/**
 * The small controls that all screens share: dots, badges, copyable tables, empty states, problems, progress.
 * May use: model, drift, ui.fx.
 * Must never: start work, or know a feature.
 */
@NullMarked
package dev.plumbline.ui.control;

import org.jspecify.annotations.NullMarked;
