/**
 * The states that can be compared, wherever they are written down: a database, a snapshot file, a file or a folder of SQL.
 * May use: what the room operation may.
 * Must never: run what a file says anywhere but on a scratch server, or there as a superuser.
 */
@NullMarked
package dev.plumbline.operation.structure;

import org.jspecify.annotations.NullMarked;
