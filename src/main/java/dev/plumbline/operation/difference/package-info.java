/**
 * What a comparison found, as texts that a person takes away: lines, Markdown, JSON, a script.
 * May use: model, drift, plan, operation.
 * Must never: read a state or decide what differs.
 */
@NullMarked
package dev.plumbline.operation.difference;

import org.jspecify.annotations.NullMarked;
