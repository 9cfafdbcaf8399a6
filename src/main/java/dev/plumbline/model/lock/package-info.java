/**
 * Locks on relations: their modes, who excludes whom.
 * May use: nothing.
 * Must never: ask a server.
 */
@NullMarked
package dev.plumbline.model.lock;

import org.jspecify.annotations.NullMarked;
