/**
 * One call: the options that several commands take, and what they mean: a context, a database, an image, a span of time.
 * May use: cli.output, and the rooms that cli may use.
 * Must never: answer anything.
 */
@NullMarked
package dev.plumbline.cli.call;

import org.jspecify.annotations.NullMarked;
