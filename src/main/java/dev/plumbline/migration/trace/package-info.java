/**
 * What statements really do, seen while they run.
 * May use: model, job, pg, catalog, and of this room {@code directory}.
 * Must never: run a statement of a migration; it looks on.
 */
@NullMarked
package dev.plumbline.migration.trace;

import org.jspecify.annotations.NullMarked;
