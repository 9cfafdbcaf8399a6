/**
 * What a transaction holds locked, has rewritten and has scanned.
 * May use: model, job, pg.
 * Must never: take a lock on a user's table.
 */
@NullMarked
package dev.plumbline.catalog.lock;

import org.jspecify.annotations.NullMarked;
