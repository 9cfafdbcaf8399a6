/**
 * What is dangerous or broken about roles and grants, as a table with what to do about each.
 * May use: model, drift, operation, the shared reading of the access side, staging, the screen foundation.
 * Must never: run a statement, or judge what the checks judge.
 */
@NullMarked
package dev.plumbline.ui.findings;

import org.jspecify.annotations.NullMarked;
