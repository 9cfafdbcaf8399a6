/** What an author of a runbook overlooks; one rule to a file. */
@NullMarked
package dev.plumbline.runbook.lint;

import org.jspecify.annotations.NullMarked;
