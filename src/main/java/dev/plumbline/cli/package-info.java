/**
 * The command line: the same operations without a window.
 * May use: model, job, access, drift, plan, operation, runbook.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
