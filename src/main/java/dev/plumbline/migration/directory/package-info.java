/**
 * Migration directories as they lie on the disk: files, checksums, directives, statements.
 * May use: model.
 * Must never: ask a server, or write but where it is told to.
 */
@NullMarked
package dev.plumbline.migration.directory;

import org.jspecify.annotations.NullMarked;
