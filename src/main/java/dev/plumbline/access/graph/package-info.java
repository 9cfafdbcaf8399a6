/**
 * Who is a member of whom, who owns what and what was granted to whom, as a drawing: its nodes and edges, where they stand, what a search lights,
 * and the texts it can be taken away as. Pure.
 * May use: model, the rest of the access room.
 * Must never: ask a server, or know a screen.
 */
@NullMarked
package dev.plumbline.access.graph;

import org.jspecify.annotations.NullMarked;
