/**
 * What kubeconfig files say: safe parsing, kubectl's merge rules, logins, programs that run only when approved.
 * May use: model, job.
 * Must never: follow a tag, expand an alias bomb, or start a program nobody approved.
 */
@NullMarked
package dev.plumbline.kube.kubeconfig;

import org.jspecify.annotations.NullMarked;
