/**
 * What a database is made of, beside who owns and may use it: tables, columns, indexes, functions and so on.
 * May use: model.
 * Must never: do IO, read a clock, or hold anything mutable.
 */
@NullMarked
package dev.plumbline.model.structure;

import org.jspecify.annotations.NullMarked;
