/**
 * What there is, and what this console did: contexts, databases, the journal.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.estate;

import org.jspecify.annotations.NullMarked;
