/**
 * Contexts, custom resources, Secrets, events and status of Kubernetes.
 * May use: model, job.
 * Must never: run a program of a kubeconfig without approval, or overwrite another writer's fields.
 */
@NullMarked
package dev.plumbline.kube;

import org.jspecify.annotations.NullMarked;
