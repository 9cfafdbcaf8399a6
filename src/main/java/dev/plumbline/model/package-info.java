/**
 * Values every room speaks in: names, SQL text, roles, grants, snapshots, declared resources, gaps.
 * May use: nothing but the JDK.
 * Must never: do IO, read a clock, or hold anything mutable.
 */
@NullMarked
package dev.plumbline.model;

import org.jspecify.annotations.NullMarked;
