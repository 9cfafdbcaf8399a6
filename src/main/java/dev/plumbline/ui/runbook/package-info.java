/**
 * Runbooks: which there are, what they ask for, a run step by step with its evidence, and their text with what is wrong with it.
 * May use: model, job, operation, runbook, the screen foundation.
 * Must never: run a step that changes something and was not previewed here, or use one run from two threads.
 */
@NullMarked
package dev.plumbline.ui.runbook;

import org.jspecify.annotations.NullMarked;
