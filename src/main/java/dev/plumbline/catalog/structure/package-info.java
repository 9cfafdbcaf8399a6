/**
 * Reads what a database is made of, one query a kind.
 * May use: model, job, pg.
 * Must never: judge what it reads, or run code of the database it reads.
 */
@NullMarked
package dev.plumbline.catalog.structure;

import org.jspecify.annotations.NullMarked;
