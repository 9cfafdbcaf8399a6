/**
 * Requests to one API server: addresses, TLS, retries, cancelling, and the one place where its failures become problems.
 * May use: model, job.
 * Must never: put a name into an address unescaped, repeat a write that may have taken effect, or wait where a cancel cannot reach.
 */
@NullMarked
package dev.plumbline.kube.api;

import org.jspecify.annotations.NullMarked;
