/**
 * Changes that a person staged while looking at who may do what: the list of a Database, the bar that stands on its screens, and what makes a plan of it.
 * May use: model, job, access, plan, operation, ui.repair for the review, the shared reading of the access side, the screen foundation.
 * Must never: run a statement, or plan from a reading that is not fresh.
 */
@NullMarked
package dev.plumbline.ui.staging;

import org.jspecify.annotations.NullMarked;
