/**
 * A real PostgreSQL and a Kubernetes API on loopback with a sample estate.
 * May use: model, job, pg, kube.
 * Must never: listen on anything but loopback, or leave a process behind.
 */
@NullMarked
package dev.plumbline.sandbox;

import org.jspecify.annotations.NullMarked;
