/**
 * Custom resources as values: pure functions from JSON to what is declared, with a sentence for everything malformed.
 * May use: model, job.
 * Must never: ask a server, or replace a malformed field silently.
 */
@NullMarked
package dev.plumbline.kube.resource;

import org.jspecify.annotations.NullMarked;
