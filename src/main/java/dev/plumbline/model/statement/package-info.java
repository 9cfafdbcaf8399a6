/**
 * SQL text as people write it in files: where its statements end, and what their first words are.
 * May use: model.
 * Must never: do IO, or take text for understood that is not.
 */
@NullMarked
package dev.plumbline.model.statement;

import org.jspecify.annotations.NullMarked;
