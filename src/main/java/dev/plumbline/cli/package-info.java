/**
 * The command line: the same operations without a window. Here is the tree of commands; each command is in the package of what it serves.
 * May use: model, job, access, drift, plan, migration, operation, runbook.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
