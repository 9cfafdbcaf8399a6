package dev.plumbline.catalog;

import dev.plumbline.model.AccessScope;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/** Which readers make up the access side on which PostgreSQL, the ones that others build on first: roles, members of extensions, schemas. */
final class AccessSubjects {
    private static final int PARAMETERS_SINCE = 15;

    private AccessSubjects() {}

    static List<AccessSubject> of(ServerVersion version, AccessScope scope) {
        List<AccessSubject> subjects = new ArrayList<>(List.of(
                new AccessSubject.Shared(new ServerReader("server.sql")),
                new AccessSubject.Shared(new SystemIdentifierReader("system_identifier.sql")),
                new AccessSubject.Shared(new DatabaseReader("database.sql")),
                new AccessSubject.Shared(new RolesReader("roles.sql")),
                new AccessSubject.Shared(new MembershipsReader(
                        version.hasMembershipOptions() ? "memberships_16.sql" : "memberships.sql")),
                new AccessSubject.Shared(new SchemasReader()),
                new AccessSubject.Shared(new DefaultPrivilegesReader()),
                new ExtensionMembersReader(),
                ObjectsReader.of(ObjectKind.SCHEMA, "schemas", "access_schemas.sql"),
                new AccessRelationsReader(scope),
                new AccessColumnsReader(scope),
                new AccessRoutinesReader(scope),
                ObjectsReader.of(
                        ObjectKind.TYPE,
                        "types",
                        "access_types.sql",
                        ScopeParameters.everyCell(scope),
                        ScopeParameters.hidden(scope)),
                ObjectsReader.of(ObjectKind.DATABASE, "databases", "access_databases.sql"),
                ObjectsReader.of(ObjectKind.LANGUAGE, "languages", "access_languages.sql"),
                ObjectsReader.of(
                        ObjectKind.FOREIGN_DATA_WRAPPER, "foreign-data wrappers", "access_foreign_data_wrappers.sql"),
                ObjectsReader.of(ObjectKind.FOREIGN_SERVER, "foreign servers", "access_foreign_servers.sql"),
                ObjectsReader.of(ObjectKind.TABLESPACE, "tablespaces", "access_tablespaces.sql"),
                ObjectsReader.of(ObjectKind.LARGE_OBJECT, "large objects", "access_large_objects.sql"),
                new PoliciesReader(scope),
                new RoleSettingsReader()));
        if (version.isPostgresAtLeast(PARAMETERS_SINCE)) {
            subjects.add(ObjectsReader.of(ObjectKind.PARAMETER, "parameters", "access_parameters.sql"));
        }
        return subjects;
    }
}
