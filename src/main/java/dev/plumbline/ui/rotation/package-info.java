/**
 * ManagedDatabases: their chain of migrations, what the next one's hints say of the data, who still uses old credentials, and one turn of their loop as a plan to review.
 * May use: model, job, drift, plan, operation, ui.fx, ui.control, ui.reading, ui.repair, ui.text.
 * Must never: read a cluster or a database itself, or hold a password.
 */
@NullMarked
package dev.plumbline.ui.rotation;

import org.jspecify.annotations.NullMarked;
