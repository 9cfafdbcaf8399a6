/**
 * Runbooks: the library, the linter, import, runs, transcripts and bundles.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.runbook;

import org.jspecify.annotations.NullMarked;
