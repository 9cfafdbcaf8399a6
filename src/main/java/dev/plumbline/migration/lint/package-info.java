/**
 * What can be said against a migration from its text alone, a rule to a file in {@code lint.rule}.
 * May use: model, and of this room {@code directory} and {@code parse}.
 * Must never: ask a server.
 */
@NullMarked
package dev.plumbline.migration.lint;

import org.jspecify.annotations.NullMarked;
