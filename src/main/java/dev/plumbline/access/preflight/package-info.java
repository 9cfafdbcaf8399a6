/**
 * What a schema migration tool needs, asked of one role: may it, by which path, and what is the least that is missing. Pure.
 * May use: model, access.
 * Must never: ask a server.
 */
@NullMarked
package dev.plumbline.access.preflight;

import org.jspecify.annotations.NullMarked;
