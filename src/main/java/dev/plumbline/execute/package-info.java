/**
 * The one door through which a database changes: approval, run, rolled-back proof, verification.
 * May use: model, job, pg, catalog, plan, store.
 * Must never: take a string for a plan, or act before the journal says so.
 */
@NullMarked
package dev.plumbline.execute;

import org.jspecify.annotations.NullMarked;
