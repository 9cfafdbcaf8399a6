/**
 * The rules of the linter, one code to a file.
 * May use: what {@code lint} gives them.
 * Must never: keep anything from one statement to the next; that is {@code SchemaSoFar}'s.
 */
@NullMarked
package dev.plumbline.migration.lint.rule;

import org.jspecify.annotations.NullMarked;
