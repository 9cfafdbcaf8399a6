/**
 * Whether a database is owned as its resource declares, and the way from one operator version to the next.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.ownership;

import org.jspecify.annotations.NullMarked;
