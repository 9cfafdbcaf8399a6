/**
 * What a SchemaDefinition of velocity.sh declares.
 * May use: model.
 * Must never: do IO, read a clock, or hold anything mutable.
 */
@NullMarked
package dev.plumbline.model.velocity;

import org.jspecify.annotations.NullMarked;
