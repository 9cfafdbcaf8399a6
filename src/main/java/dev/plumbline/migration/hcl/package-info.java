/**
 * The part of HCL that {@code .atlas.hcl} is written in: blocks, attributes and plain values, each with its place.
 * May use: model.
 * Must never: evaluate an expression, or follow it to a file.
 */
@NullMarked
package dev.plumbline.migration.hcl;

import org.jspecify.annotations.NullMarked;
