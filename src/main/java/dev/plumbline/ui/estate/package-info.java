/**
 * The estate: contexts, namespaces, resources and direct connections, and what is known of each before its database is asked.
 * May use: model, job, drift, operation, ui.fx, ui.control.
 * Must never: read a cluster itself, or call another feature.
 */
@NullMarked
package dev.plumbline.ui.estate;

import org.jspecify.annotations.NullMarked;
