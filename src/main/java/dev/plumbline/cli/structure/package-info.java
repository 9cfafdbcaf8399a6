/**
 * Structures: snapshots, differences, changes since, SchemaDefinitions, and the folder of declared SQL.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.structure;

import org.jspecify.annotations.NullMarked;
