/**
 * The screens about who may do what: one reading of the access side, shown in several ways.
 * May use: model, access, operation, the screen foundation.
 * Must never: ask a server, or compute what the access room computes.
 */
@NullMarked
package dev.plumbline.ui.access;

import org.jspecify.annotations.NullMarked;
