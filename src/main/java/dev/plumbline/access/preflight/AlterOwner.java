package dev.plumbline.access.preflight;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.Objects;

/** ALTER … OWNER TO, in the words of each kind of object. */
final class AlterOwner {
    private AlterOwner() {}

    static Sql of(DatabaseObject object, Name role) {
        return switch (object.kind()) {
            case RELATION, SEQUENCE -> relation(object, role);
            case ROUTINE -> Sql.of("ALTER ROUTINE %s OWNER TO %I", routine(object), role);
            case TYPE ->
                object.letter() == 'd'
                        ? Sql.of("ALTER DOMAIN %I.%I OWNER TO %I", schema(object), name(object), role)
                        : Sql.of("ALTER TYPE %I.%I OWNER TO %I", schema(object), name(object), role);
            case SCHEMA -> Sql.of("ALTER SCHEMA %I OWNER TO %I", name(object), role);
            case DATABASE,
                    COLUMN,
                    LANGUAGE,
                    FOREIGN_DATA_WRAPPER,
                    FOREIGN_SERVER,
                    TABLESPACE,
                    PARAMETER,
                    LARGE_OBJECT -> throw new IllegalArgumentException("no operation hands over a " + object.kind());
        };
    }

    private static Sql relation(DatabaseObject object, Name role) {
        return switch (object.letter()) {
            case 'v' -> Sql.of("ALTER VIEW %I.%I OWNER TO %I", schema(object), name(object), role);
            case 'm' -> Sql.of("ALTER MATERIALIZED VIEW %I.%I OWNER TO %I", schema(object), name(object), role);
            case 'f' -> Sql.of("ALTER FOREIGN TABLE %I.%I OWNER TO %I", schema(object), name(object), role);
            case 'S' -> Sql.of("ALTER SEQUENCE %I.%I OWNER TO %I", schema(object), name(object), role);
            default -> Sql.of("ALTER TABLE %I.%I OWNER TO %I", schema(object), name(object), role);
        };
    }

    /** The routine with its argument types, which are the server's own text. */
    static Sql routine(DatabaseObject object) {
        return new Sql(Sql.quoted(schema(object)) + "." + Sql.quoted(name(object)) + "(" + object.detail() + ")");
    }

    static Name schema(DatabaseObject object) {
        return Objects.requireNonNull(object.schema(), "an object in a schema");
    }

    static Name name(DatabaseObject object) {
        return Name.of(object.name());
    }
}
