/**
 * How the structure of one state differs from that of another. Pure.
 * May use: model.
 * Must never: do IO, read a clock or a locale, or take what could not be read for absent.
 */
@NullMarked
package dev.plumbline.drift.structure;

import org.jspecify.annotations.NullMarked;
