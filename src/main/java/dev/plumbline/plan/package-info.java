/**
 * Findings become ordered steps with reason, undo, hazards and preview; exported scripts. Pure.
 * May use: model, access, drift.
 * Must never: run anything, or write an identifier past the quoting writer.
 */
@NullMarked
package dev.plumbline.plan;

import org.jspecify.annotations.NullMarked;
