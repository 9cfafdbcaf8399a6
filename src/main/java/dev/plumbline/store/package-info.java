/**
 * The local journal, hash-chained, and settings.
 * May use: model, job.
 * Must never: hold a password, or change what was written.
 */
@NullMarked
package dev.plumbline.store;

import org.jspecify.annotations.NullMarked;
