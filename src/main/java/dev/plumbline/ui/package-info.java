/**
 * The window: screens draw what operations answer.
 * May use: model, job, access, drift, plan, operation, runbook.
 * Must never: wait on the UI thread, or decide what a plan decides.
 */
@NullMarked
package dev.plumbline.ui;

import org.jspecify.annotations.NullMarked;
