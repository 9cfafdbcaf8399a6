/** Where the names lie that inputs of a runbook take, and the lists of them. */
@NullMarked
package dev.plumbline.runbook.input;

import org.jspecify.annotations.NullMarked;
