/**
 * A Kubernetes API over HTTP inside this process: objects, watches, patches, tables, access rules and faults on request.
 * May use: model, job, and the JSON library of the Kubernetes client.
 * Must never: know databases, or listen on anything but loopback.
 */
@NullMarked
package dev.plumbline.sandbox.kubeapi;

import org.jspecify.annotations.NullMarked;
