/**
 * One check per file: a snapshot against what is wanted gives findings. Pure.
 * May use: model, access.
 * Must never: do IO, read a clock or a locale, or stop at the first finding.
 */
@NullMarked
package dev.plumbline.drift;

import org.jspecify.annotations.NullMarked;
