/**
 * Runbook documents, their lint, engine and transcript.
 * May use: model, job, access, drift, plan, migration, operation, store.
 * Must never: run a shell.
 */
@NullMarked
package dev.plumbline.runbook;

import org.jspecify.annotations.NullMarked;
