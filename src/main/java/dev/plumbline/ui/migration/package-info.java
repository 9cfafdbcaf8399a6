/**
 * Migrations of a database: what the directory holds and how far the database is, what each statement locks and what is said against it, and what to write instead.
 * May use: model, plan, migration, operation, the screen foundation, ui.repair.
 * Must never: run a statement, or show what was not asked for as if it had been.
 */
@NullMarked
package dev.plumbline.ui.migration;

import org.jspecify.annotations.NullMarked;
