package dev.plumbline.kube.resource;

/** The few words that tell one resource of a kind from another. */
final class RowDetail {
    private RowDetail() {}

    static String of(ResourceKind kind, Fields root, String namespace, InstanceEngines engines) {
        Fields spec = root.object("spec");
        Fields status = root.object("status");
        return switch (kind) {
            case DATABASE_INSTANCE, CLUSTER_DATABASE_INSTANCE -> instance(spec);
            case DATABASE -> engines.shown(DatabaseResource.instance(spec, namespace));
            case DATABASE_USER -> "user " + spec.text("username");
            case DATABASE_ROLE, CLUSTER_DATABASE_ROLE -> "role " + spec.text("roleName");
            case DATABASE_GRANT, CLUSTER_DATABASE_GRANT -> grant(spec);
            case DATABASE_BACKUP -> "of " + spec.object("databaseRef").text("name");
            case DATABASE_BACKUP_SCHEDULE -> spec.text("schedule");
            case DATABASE_RESTORE -> "from " + spec.object("backupRef").text("name", spec.text("fromPath"));
            case DB_UPGRADE -> spec.object("migrations").text("image");
            case SCHEMA_DEFINITION -> status.text("pgTable", "version " + spec.text("version"));
            case MANAGED_DATABASE ->
                "version " + status.text("currentVersion", "unknown") + ", wanted " + spec.text("desiredSchemaVersion");
            case DATABASE_MIGRATION -> "after " + spec.text("previous", "nothing");
        };
    }

    private static String instance(Fields spec) {
        Fields connection = spec.object("connection");
        return spec.text("engine") + " at " + connection.text("host") + ":" + connection.number("port", 0);
    }

    private static String grant(Fields spec) {
        String user = spec.object("userRef").text("name");
        return user.isEmpty() ? "to role " + spec.object("roleRef").text("name") : "to user " + user;
    }
}
