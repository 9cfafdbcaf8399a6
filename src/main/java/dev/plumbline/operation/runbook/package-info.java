/** What runbook steps do to databases and clusters. */
@NullMarked
package dev.plumbline.operation.runbook;

import org.jspecify.annotations.NullMarked;
