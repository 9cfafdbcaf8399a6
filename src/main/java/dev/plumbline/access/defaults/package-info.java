/**
 * What objects created from now on will grant, computed as the server computes it. Pure.
 * May use: model, access.
 * Must never: ask a server.
 */
@NullMarked
package dev.plumbline.access.defaults;

import org.jspecify.annotations.NullMarked;
