package dev.plumbline.catalog;

import dev.plumbline.model.ServerVersion;
import java.util.List;

/** Which readers make up a snapshot on which server. */
final class CatalogSubjects {
    private CatalogSubjects() {}

    static List<SubjectReader> of(ServerVersion version, SnapshotScope scope) {
        return List.of(
                new ServerReader(),
                new SystemIdentifierReader(),
                new DatabaseReader(),
                new RolesReader(),
                new MembershipsReader(version),
                new SchemasReader(),
                new DefaultPrivilegesReader(),
                new RelationsReader(scope),
                new RoutinesReader(scope));
    }
}
