/**
 * What the steps of a runbook use: objects of a cluster, HTTP, dumps, forwarded ports.
 * May use: model, job, pg, catalog, kube, and the other operations.
 * Must never: run a shell, repeat a write, or let a password into a message, an argument or a transcript.
 */
@NullMarked
package dev.plumbline.operation.runbook;

import org.jspecify.annotations.NullMarked;
