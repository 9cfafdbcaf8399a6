package dev.plumbline.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A database to be made for a Database resource, first as that declares it. Its own SQL file then does to it what the estate wants to show. */
record SampleDatabase(Name name, Name owner, Name app, List<Name> schemas, boolean roles, boolean defaultPrivileges) {
    private static final Name ADMIN = Name.of("dbops_admin");

    static SampleDatabase of(JsonNode resource) {
        JsonNode spec = resource.path("spec");
        JsonNode ownership = spec.at("/postgres/ownership");
        String name = spec.path("name").asText();
        boolean roles = ownership.path("autoOwnership").asBoolean();
        Name owner = roles
                ? Name.cut(ownership.path("roleName").asText("db_" + name + "_owner"))
                : Name.of(spec.path("owner").asText(ADMIN.text()));
        List<Name> schemas = StreamSupport.stream(spec.at("/postgres/schemas").spliterator(), false)
                .map(schema -> Name.of(schema.path("name").asText()))
                .toList();
        return new SampleDatabase(
                Name.of(name),
                owner,
                Name.cut(ownership.path("userName").asText("db_" + name + "_app")),
                schemas,
                roles,
                roles && ownership.path("setDefaultPrivileges").asBoolean(true));
    }

    private boolean hasTwoRoles() {
        return roles && !owner.equals(app);
    }

    List<Sql> createRoles() {
        List<Sql> statements = new ArrayList<>();
        if (roles) {
            statements.add(Sql.of("CREATE ROLE %I NOLOGIN", owner));
        }
        if (hasTwoRoles()) {
            statements.add(Sql.of("CREATE ROLE %I LOGIN", app));
            statements.add(Sql.of("GRANT %I TO %I", owner, app));
        }
        return statements;
    }

    /** Copying files is the quickest way where nothing must survive a crash (PostgreSQL manual, CREATE DATABASE, from version 15). */
    Sql create() {
        return Sql.of("CREATE DATABASE %I OWNER %I TEMPLATE template0 STRATEGY file_copy", name, owner);
    }

    List<Sql> createInside() {
        List<Sql> statements = new ArrayList<>();
        for (Name schema : schemas) {
            statements.add(Sql.of("CREATE SCHEMA %I AUTHORIZATION %I", schema, owner));
        }
        if (defaultPrivileges && hasTwoRoles()) {
            List<Name> all = new ArrayList<>(List.of(Name.of("public")));
            all.addAll(schemas);
            for (Name schema : all) {
                statements.addAll(rules(owner, app, schema));
                statements.addAll(rules(app, owner, schema));
            }
        }
        return statements;
    }

    private static List<Sql> rules(Name creator, Name grantee, Name schema) {
        return List.of(
                Sql.of(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I",
                        creator, schema, grantee),
                Sql.of(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO %I",
                        creator, schema, grantee),
                Sql.of(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT EXECUTE ON FUNCTIONS TO %I",
                        creator, schema, grantee));
    }
}
