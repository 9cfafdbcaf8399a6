/** Where runbooks are found: shipped with Plumbline, or in folders. */
@NullMarked
package dev.plumbline.runbook.library;

import org.jspecify.annotations.NullMarked;
