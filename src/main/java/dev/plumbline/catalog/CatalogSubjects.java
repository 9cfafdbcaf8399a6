package dev.plumbline.catalog;

import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.pg.PgSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which readers make up a snapshot on which server. */
final class CatalogSubjects {
    private static final String COCKROACH_ROLE = "[a-z0-9_][a-z0-9_.-]*";

    private CatalogSubjects() {}

    static List<SubjectReader> of(PgSession session, SnapshotScope scope) {
        return session.version().isCockroach()
                ? ofCockroach(session.target().database(), scope)
                : ofPostgres(session.version(), scope);
    }

    private static List<SubjectReader> ofPostgres(ServerVersion version, SnapshotScope scope) {
        List<SubjectReader> readers = new ArrayList<>(List.of(
                new ServerReader("server.sql"),
                new SystemIdentifierReader("system_identifier.sql"),
                new DatabaseReader("database.sql"),
                new RolesReader("roles.sql"),
                new MembershipsReader(version.hasMembershipOptions() ? "memberships_16.sql" : "memberships.sql"),
                new SchemasReader(),
                new DefaultPrivilegesReader(),
                new RelationsReader(scope),
                new RoutinesReader(scope)));
        readers.addAll(OtherObjectsReader.of(scope, version.major()));
        return readers;
    }

    /** ACL columns and {@code pg_default_acl} are not trusted there: grants come from SHOW and information_schema. */
    private static List<SubjectReader> ofCockroach(Name database, SnapshotScope scope) {
        List<SubjectReader> readers = new ArrayList<>(List.of(
                new ServerReader("cockroach_server.sql"),
                new SystemIdentifierReader("cockroach_cluster_id.sql"),
                new DatabaseReader("cockroach_database.sql"),
                new CockroachDatabaseGrants(database),
                new RolesReader("cockroach_roles.sql"),
                new MembershipsReader("cockroach_memberships.sql"),
                new CockroachSchemas()));
        List<Name> owners = scope.owners().stream()
                .map(owner -> Name.of(owner.text().toLowerCase(Locale.ROOT)))
                .filter(owner -> owner.text().matches(COCKROACH_ROLE))
                .distinct()
                .toList();
        if (!owners.isEmpty()) {
            readers.addAll(CockroachDefaultPrivileges.of(owners, scope.schemas(), scope.allRolesApart()));
            readers.add(new CockroachRelations(scope.schemas(), owners));
            readers.add(new CockroachRoutines(scope.schemas(), owners));
        }
        return readers;
    }
}
