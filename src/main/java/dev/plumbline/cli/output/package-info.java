/**
 * What all commands answer with: the two streams, formats, exit codes, tables, JSON, and how a run is told.
 * May use: the rooms that cli may use, and no other package of cli.
 * Must never: know a command, or what it was called with.
 */
@NullMarked
package dev.plumbline.cli.output;

import org.jspecify.annotations.NullMarked;
