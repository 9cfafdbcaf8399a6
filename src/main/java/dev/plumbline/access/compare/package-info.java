/**
 * Two readings of the access side beside each other: what changed in the catalog, and who gained and lost by it.
 * May use: model, access.
 * Must never: read a database or a file.
 */
@NullMarked
package dev.plumbline.access.compare;

import org.jspecify.annotations.NullMarked;
