/**
 * From one structure to another: ordered steps with their undo, hazards, locks and checks. Pure.
 * May use: model, drift.
 * Must never: do IO, read a clock or a locale, or drop what it cannot plan without saying so.
 */
@NullMarked
package dev.plumbline.plan.structure;

import org.jspecify.annotations.NullMarked;
