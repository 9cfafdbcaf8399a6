/** What happened in a run of a runbook, entry by entry, each closed by a hash over all before it. */
@NullMarked
package dev.plumbline.runbook.transcript;

import org.jspecify.annotations.NullMarked;
