/** Pages that were written for people, made into runbooks. */
@NullMarked
package dev.plumbline.runbook.imports;

import org.jspecify.annotations.NullMarked;
