/** The runbook as it stands in its file: Markdown with a YAML head and fenced, typed blocks. */
@NullMarked
package dev.plumbline.runbook.document;

import org.jspecify.annotations.NullMarked;
