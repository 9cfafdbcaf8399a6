/**
 * What holds a DBUpgrade up, in the cluster or in a file.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.gates;

import org.jspecify.annotations.NullMarked;
