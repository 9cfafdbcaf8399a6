package dev.plumbline.kube.resource;

import static dev.plumbline.kube.resource.CustomSystem.DBA_OPERATOR;
import static dev.plumbline.kube.resource.CustomSystem.DBOPS;
import static dev.plumbline.kube.resource.CustomSystem.DBUPGRADE;
import static dev.plumbline.kube.resource.CustomSystem.VELOCITY;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of custom resource, addressed by group and plural, never by short name: two systems share the short name {@code dbu}. */
public enum ResourceKind {
    DATABASE_INSTANCE(DBOPS, "DatabaseInstance", "databaseinstances", true),
    CLUSTER_DATABASE_INSTANCE(DBOPS, "ClusterDatabaseInstance", "clusterdatabaseinstances", false),
    DATABASE(DBOPS, "Database", "databases", true),
    DATABASE_USER(DBOPS, "DatabaseUser", "databaseusers", true),
    DATABASE_ROLE(DBOPS, "DatabaseRole", "databaseroles", true),
    CLUSTER_DATABASE_ROLE(DBOPS, "ClusterDatabaseRole", "clusterdatabaseroles", false),
    DATABASE_GRANT(DBOPS, "DatabaseGrant", "databasegrants", true),
    CLUSTER_DATABASE_GRANT(DBOPS, "ClusterDatabaseGrant", "clusterdatabasegrants", false),
    DATABASE_BACKUP(DBOPS, "DatabaseBackup", "databasebackups", true),
    DATABASE_BACKUP_SCHEDULE(DBOPS, "DatabaseBackupSchedule", "databasebackupschedules", true),
    DATABASE_RESTORE(DBOPS, "DatabaseRestore", "databaserestores", true),
    DB_UPGRADE(DBUPGRADE, "DBUpgrade", "dbupgrades", true),
    SCHEMA_DEFINITION(VELOCITY, "SchemaDefinition", "schemadefinitions", true),
    MANAGED_DATABASE(DBA_OPERATOR, "ManagedDatabase", "manageddatabases", true),
    DATABASE_MIGRATION(DBA_OPERATOR, "DatabaseMigration", "databasemigrations", true);

    private final CustomSystem system;
    private final String kind;
    private final String plural;
    private final boolean namespaced;

    ResourceKind(CustomSystem system, String kind, String plural, boolean namespaced) {
        this.system = system;
        this.kind = kind;
        this.plural = plural;
        this.namespaced = namespaced;
    }

    public static List<ResourceKind> of(CustomSystem system) {
        return Arrays.stream(values()).filter(kind -> kind.system == system).toList();
    }

    public static Optional<ResourceKind> of(String group, String plural) {
        return Arrays.stream(values())
                .filter(kind -> kind.system.group().equals(group) && kind.plural.equals(plural))
                .findFirst();
    }

    public CustomSystem system() {
        return system;
    }

    public String kind() {
        return kind;
    }

    public String plural() {
        return plural;
    }

    public boolean isNamespaced() {
        return namespaced;
    }
}
