/**
 * How the table of a SchemaDefinition differs from what that asks for: the differences, the two definitions side by side, what is known of each, what each way to recover would
 * do, the plan that sets it right, and the tables that nobody claims.
 * May use: model, job, drift, plan, operation, the review of a plan, the screen foundation.
 * Must never: run a statement without an approval, or say of a table that could not be read that it has all.
 */
@NullMarked
package dev.plumbline.ui.schema;

import org.jspecify.annotations.NullMarked;
