package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.Optional;

/** How an object is named in statements. */
final class ObjectSql {
    private ObjectSql() {}

    /** As after GRANT … ON: {@code TABLE "ledger"."entries"}. */
    static Sql forGrant(DatabaseObject object) {
        return switch (object.kind()) {
            case RELATION, COLUMN -> Sql.of("TABLE %s", named(object));
            case SEQUENCE -> Sql.of("SEQUENCE %s", named(object));
            case SCHEMA -> Sql.of("SCHEMA %s", named(object));
            case ROUTINE -> Sql.of("ROUTINE %s", named(object));
            case TYPE -> Sql.of("TYPE %s", named(object));
            case DATABASE -> Sql.of("DATABASE %s", named(object));
            case LANGUAGE -> Sql.of("LANGUAGE %s", named(object));
            case FOREIGN_DATA_WRAPPER -> Sql.of("FOREIGN DATA WRAPPER %s", named(object));
            case FOREIGN_SERVER -> Sql.of("FOREIGN SERVER %s", named(object));
            case TABLESPACE -> Sql.of("TABLESPACE %s", named(object));
            case PARAMETER -> Sql.of("PARAMETER %s", named(object));
            case LARGE_OBJECT -> Sql.of("LARGE OBJECT %s", named(object));
        };
    }

    /** The statement that gives it to another owner; empty for kinds without one. */
    static Optional<Sql> changeOwner(DatabaseObject object, Name owner) {
        Sql named = named(object);
        return Optional.ofNullable(
                switch (object.kind()) {
                    case RELATION ->
                        switch (object.letter()) {
                            case 'v' -> Sql.of("ALTER VIEW %s OWNER TO %I", named, owner);
                            case 'm' -> Sql.of("ALTER MATERIALIZED VIEW %s OWNER TO %I", named, owner);
                            case 'f' -> Sql.of("ALTER FOREIGN TABLE %s OWNER TO %I", named, owner);
                            default -> Sql.of("ALTER TABLE %s OWNER TO %I", named, owner);
                        };
                    case SEQUENCE -> Sql.of("ALTER SEQUENCE %s OWNER TO %I", named, owner);
                    case SCHEMA -> Sql.of("ALTER SCHEMA %s OWNER TO %I", named, owner);
                    case ROUTINE -> Sql.of("ALTER ROUTINE %s OWNER TO %I", named, owner);
                    case TYPE ->
                        object.letter() == 'd'
                                ? Sql.of("ALTER DOMAIN %s OWNER TO %I", named, owner)
                                : Sql.of("ALTER TYPE %s OWNER TO %I", named, owner);
                    case DATABASE -> Sql.of("ALTER DATABASE %s OWNER TO %I", named, owner);
                    case LANGUAGE -> Sql.of("ALTER LANGUAGE %s OWNER TO %I", named, owner);
                    case FOREIGN_DATA_WRAPPER -> Sql.of("ALTER FOREIGN DATA WRAPPER %s OWNER TO %I", named, owner);
                    case FOREIGN_SERVER -> Sql.of("ALTER SERVER %s OWNER TO %I", named, owner);
                    case TABLESPACE -> Sql.of("ALTER TABLESPACE %s OWNER TO %I", named, owner);
                    case LARGE_OBJECT -> Sql.of("ALTER LARGE OBJECT %s OWNER TO %I", named, owner);
                    case COLUMN, PARAMETER -> null;
                });
    }

    /** The name alone, its schema before it. A routine's arguments are the server's own text, which it quotes and qualifies itself. */
    static Sql named(DatabaseObject object) {
        return switch (object.kind()) {
            case LARGE_OBJECT -> new Sql(Long.toString(object.oid()));
            case SCHEMA -> Sql.of("%I", new Name(object.name()));
            case ROUTINE -> routine(object);
            default -> qualified(object);
        };
    }

    private static Sql routine(DatabaseObject object) {
        String arguments = RoutineArguments.forSignature(object.detail());
        return arguments.isBlank()
                ? Sql.of("%s()", qualified(object))
                : Sql.of("%s(%s)", qualified(object), new Sql(arguments));
    }

    private static Sql qualified(DatabaseObject object) {
        Name name = new Name(object.name());
        return object.schema() == null ? Sql.of("%I", name) : Sql.of("%I.%I", object.schema(), name);
    }
}
