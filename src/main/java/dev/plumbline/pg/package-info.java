/**
 * Connections to PostgreSQL and CockroachDB: targets, TLS, pools, sessions, dialects, failures by SQLSTATE.
 * May use: model, job.
 * Must never: ask JDBC metadata, trust a search_path, or weaken TLS without being told.
 */
@NullMarked
package dev.plumbline.pg;

import org.jspecify.annotations.NullMarked;
