/**
 * The matrix of default privileges: which creator gives what in which schema, beside what the ownership model asks for. Pure.
 * May use: model, access, drift.
 * Must never: ask a server.
 */
@NullMarked
package dev.plumbline.drift.defaults;

import org.jspecify.annotations.NullMarked;
