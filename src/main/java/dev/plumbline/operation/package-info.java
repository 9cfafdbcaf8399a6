/**
 * One class per thing a person can ask for, alike for window, command line and runbook.
 * May use: model, job, pg, catalog, kube, access, drift, plan, execute, migration, store.
 * Must never: draw, print, or read a command line.
 */
@NullMarked
package dev.plumbline.operation;

import org.jspecify.annotations.NullMarked;
