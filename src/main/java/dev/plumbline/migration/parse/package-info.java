/**
 * PostgreSQL's own parser: SQL text in, its parse tree out.
 * May use: model, and the WebAssembly runtime.
 * Must never: run SQL, or hold what it parsed.
 */
@NullMarked
package dev.plumbline.migration.parse;

import org.jspecify.annotations.NullMarked;
