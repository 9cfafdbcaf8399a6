/**
 * Directories out of container images: references, registries by the OCI distribution specification, layers with their whiteouts.
 * May use: model, job.
 * Must never: run a program of an image or of the machine, write outside the folder it was given, or send a login over a wire that was not asked for.
 */
@NullMarked
package dev.plumbline.image;

import org.jspecify.annotations.NullMarked;
