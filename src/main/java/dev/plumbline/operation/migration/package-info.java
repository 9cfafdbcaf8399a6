/**
 * What a person asks of migrations: judge, trace, plan, run, look where they stand.
 * May use: what room operation may.
 * Must never: change a database but through execute.
 */
@NullMarked
package dev.plumbline.operation.migration;

import org.jspecify.annotations.NullMarked;
