/** Reads a ManagedDatabase with everything around it, and runs an approved rotation of its credentials. */
@NullMarked
package dev.plumbline.operation.rotation;

import org.jspecify.annotations.NullMarked;
