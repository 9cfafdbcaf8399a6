/**
 * The local journal, append-only and hash-chained, and settings; where their files lie.
 * May use: model, job.
 * Must never: hold a password, or change what was written.
 */
@NullMarked
package dev.plumbline.store;

import org.jspecify.annotations.NullMarked;
