/**
 * Migration directories: checksums, statements, lint, evidence, revisions.
 * May use: model, job, pg, catalog, plan, execute.
 * Must never: change a database but through execute.
 */
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
