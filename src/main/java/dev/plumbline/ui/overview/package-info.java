/**
 * The overview of one Database: checks, truth triangle, forecast, events, and what can be done.
 * May use: model, job, drift, operation, the screen foundation.
 * Must never: judge what a check judges.
 */
@NullMarked
package dev.plumbline.ui.overview;

import org.jspecify.annotations.NullMarked;
