/**
 * One turn of the loop of a ManagedDatabase.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.rotation;

import org.jspecify.annotations.NullMarked;
