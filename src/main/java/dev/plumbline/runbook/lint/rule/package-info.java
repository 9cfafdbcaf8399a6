/** The rules of the linter of runbooks, one to a file. */
@NullMarked
package dev.plumbline.runbook.lint.rule;

import org.jspecify.annotations.NullMarked;
