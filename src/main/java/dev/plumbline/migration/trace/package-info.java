/**
 * What statements really do, seen while they run on a scratch server.
 * May use: model, job, pg, catalog, and of this room {@code directory}.
 * Must never: run anything on a server that is not a scratch one.
 */
@NullMarked
package dev.plumbline.migration.trace;

import org.jspecify.annotations.NullMarked;
