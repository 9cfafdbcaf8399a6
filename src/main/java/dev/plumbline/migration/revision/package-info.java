/**
 * Which migrations a database has had, by the table in which Atlas keeps that.
 * May use: model, job, pg, catalog, and of this room {@code directory}.
 * Must never: write; what is to be written is a step of a plan.
 */
@NullMarked
package dev.plumbline.migration.revision;

import org.jspecify.annotations.NullMarked;
