/**
 * A report of the linter as text, JSON, Markdown and SARIF.
 * May use: what {@code lint} gives.
 * Must never: read or write a file.
 */
@NullMarked
package dev.plumbline.migration.lint.report;

import org.jspecify.annotations.NullMarked;
