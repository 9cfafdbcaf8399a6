/**
 * Directories of migrations: status, checksums, the linter, plan, trial, run, repair and undo.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.migration;

import org.jspecify.annotations.NullMarked;
