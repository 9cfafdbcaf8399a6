package dev.plumbline.access.change;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** An object as GRANT and REVOKE name it (PostgreSQL manual GRANT). */
public final class ObjectSql {
    private ObjectSql() {}

    public static Sql target(DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION, COLUMN -> Sql.of("TABLE %s", qualified(object));
            case SEQUENCE -> Sql.of("SEQUENCE %s", qualified(object));
            case SCHEMA -> Sql.of("SCHEMA %I", Name.of(object.name()));
            case ROUTINE -> Sql.of("ROUTINE %s%s", qualified(object), arguments(object));
            case TYPE -> Sql.of("TYPE %s", qualified(object));
            case DATABASE -> Sql.of("DATABASE %I", Name.of(object.name()));
            case LANGUAGE -> Sql.of("LANGUAGE %I", Name.of(object.name()));
            case FOREIGN_DATA_WRAPPER -> Sql.of("FOREIGN DATA WRAPPER %I", Name.of(object.name()));
            case FOREIGN_SERVER -> Sql.of("FOREIGN SERVER %I", Name.of(object.name()));
            case TABLESPACE -> Sql.of("TABLESPACE %I", Name.of(object.name()));
            case PARAMETER -> Sql.of("PARAMETER %s", parameter(object.name()));
            case LARGE_OBJECT -> Sql.of("LARGE OBJECT %s", new Sql(Long.toString(object.oid())));
        };
    }

    /** The same on a server of this version: CockroachDB has no word ROUTINE for one of them (v25.1, GRANT). */
    public static Sql target(DatabaseObject object, ServerVersion version) {
        return object.kind() == ObjectKind.ROUTINE && version.isCockroach()
                ? Sql.of("FUNCTION %s%s", qualified(object), arguments(object))
                : target(object);
    }

    /** The same as ALTER … OWNER TO names it. */
    static Sql altered(DatabaseObject object) {
        return object.kind() == ObjectKind.FOREIGN_SERVER
                ? Sql.of("SERVER %I", Name.of(object.name()))
                : target(object);
    }

    private static Sql qualified(DatabaseObject object) {
        return Sql.of("%I.%I", Objects.requireNonNull(object.schema()), Name.of(object.name()));
    }

    /** The server's own text, which quotes every identifier in it. */
    private static Sql arguments(DatabaseObject routine) {
        return new Sql("(" + routine.detail() + ")");
    }

    /** Custom parameters are two identifiers with a dot between them. */
    private static Sql parameter(String name) {
        List<Sql> parts = Arrays.stream(name.split("\\."))
                .map(part -> Sql.of("%I", Name.of(part)))
                .toList();
        return Sql.join(".", parts);
    }

    /** Privileges as a list of words; for columns each with the column's name in parentheses. */
    public static Sql words(List<Privilege> privileges) {
        return Sql.join(
                ", ",
                privileges.stream().map(privilege -> new Sql(privilege.word())).toList());
    }

    public static Sql words(List<Privilege> privileges, Name column) {
        return Sql.join(
                ", ",
                privileges.stream()
                        .map(privilege -> Sql.of("%s (%I)", new Sql(privilege.word()), column))
                        .toList());
    }
}
