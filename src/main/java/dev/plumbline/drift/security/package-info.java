/**
 * What is dangerous or broken about roles and grants, one check per file. Pure.
 * May use: model, access.
 * Must never: do IO, read a clock or a locale, or take what could not be read for absent.
 */
@NullMarked
package dev.plumbline.drift.security;

import org.jspecify.annotations.NullMarked;
