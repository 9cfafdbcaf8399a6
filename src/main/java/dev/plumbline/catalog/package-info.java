/**
 * One reader per catalog subject, from one read-only transaction to a Snapshot.
 * May use: model, job, pg.
 * Must never: judge what it reads, or take what a login cannot see for absent.
 */
@NullMarked
package dev.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
