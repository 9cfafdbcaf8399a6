/**
 * Who is a member of what, and what a login may therefore do. Pure.
 * May use: model.
 * Must never: ask a server.
 */
@NullMarked
package dev.plumbline.access;

import org.jspecify.annotations.NullMarked;
