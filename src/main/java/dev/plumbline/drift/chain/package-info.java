/** The chain of DatabaseMigrations, their hints held against the database, and whether credentials of old versions are still used. Pure. */
@NullMarked
package dev.plumbline.drift.chain;

import org.jspecify.annotations.NullMarked;
