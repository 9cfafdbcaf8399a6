/**
 * What a SchemaDefinition wants its table to be, by Velocity's own rules, and how the live table differs from it. Pure.
 * May use: model, drift.structure.
 * Must never: do IO, read a clock or a locale, or say of what Velocity alone knows how it should be.
 */
@NullMarked
package dev.plumbline.drift.velocity;

import org.jspecify.annotations.NullMarked;
