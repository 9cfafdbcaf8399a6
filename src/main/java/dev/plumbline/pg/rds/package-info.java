/**
 * Logins of Amazon RDS and Aurora by a signed token instead of a password.
 * May use: model.
 * Must never: ask the network, or let a key or a token be printed.
 */
@NullMarked
package dev.plumbline.pg.rds;

import org.jspecify.annotations.NullMarked;
