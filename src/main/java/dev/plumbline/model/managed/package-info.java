/** ManagedDatabases and DatabaseMigrations of dbaoperator.app-sre.redhat.com: what they declare, and what stands of their credentials in the cluster and in the database. */
@NullMarked
package dev.plumbline.model.managed;

import org.jspecify.annotations.NullMarked;
