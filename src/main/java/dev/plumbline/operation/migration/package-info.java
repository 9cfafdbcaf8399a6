/**
 * What a person can ask for about a directory of migrations.
 * May use: what {@code operation} may.
 * Must never: change a database.
 */
@NullMarked
package dev.plumbline.operation.migration;

import org.jspecify.annotations.NullMarked;
