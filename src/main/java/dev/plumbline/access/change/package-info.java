/**
 * Changes to who may do what, as data: what each does to a snapshot, the statements that do it, and who gains and loses by it.
 * May use: model, access.
 * Must never: run anything.
 */
@NullMarked
package dev.plumbline.access.change;

import org.jspecify.annotations.NullMarked;
