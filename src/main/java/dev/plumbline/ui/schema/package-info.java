/**
 * How the table of a SchemaDefinition differs from what that asks for: the differences, the two definitions side by side, what is known of each.
 * May use: model, drift, operation, the screen foundation.
 * Must never: run a statement, or say of a table that could not be read that it has all.
 */
@NullMarked
package dev.plumbline.ui.schema;

import org.jspecify.annotations.NullMarked;
