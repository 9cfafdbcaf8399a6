/**
 * Who may do what: privileges, why, roles, findings, default privileges, preflight, and the changes of access.
 * May use: cli.call, cli.output, and the rooms that cli may use.
 * Must never: hold logic that the window would need too.
 */
@NullMarked
package dev.plumbline.cli.access;

import org.jspecify.annotations.NullMarked;
