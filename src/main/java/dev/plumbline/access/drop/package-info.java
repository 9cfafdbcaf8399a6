/**
 * What stands in the way of dropping a role, and what takes it away.
 * May use: model, access.
 * Must never: run anything.
 */
@NullMarked
package dev.plumbline.access.drop;

import org.jspecify.annotations.NullMarked;
