/**
 * What a person chooses once: the theme, and the programs that kubeconfigs may run.
 * May use: model, job, ui.fx, ui.control.
 * Must never: keep anything itself.
 */
@NullMarked
package dev.plumbline.ui.settings;

import org.jspecify.annotations.NullMarked;
