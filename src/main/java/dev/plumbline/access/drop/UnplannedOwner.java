package dev.plumbline.access.drop;

import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.RoleDependents.Dependent;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Owned things by the server's own words for them ({@code pg_identify_object}): which ones plans are made for, and the ALTER of the others. */
final class UnplannedOwner {
    private static final Set<String> PLANNED = Set.of(
            "table",
            "view",
            "materialized view",
            "foreign table",
            "sequence",
            "function",
            "procedure",
            "aggregate",
            "type",
            "composite type",
            "schema",
            "language",
            "foreign-data wrapper",
            "server",
            "large object");
    private static final Map<String, Sql> WORDS = Map.ofEntries(
            Map.entry("collation", Sql.of("COLLATION")),
            Map.entry("conversion", Sql.of("CONVERSION")),
            Map.entry("operator", Sql.of("OPERATOR")),
            Map.entry("operator class", Sql.of("OPERATOR CLASS")),
            Map.entry("operator family", Sql.of("OPERATOR FAMILY")),
            Map.entry("statistics object", Sql.of("STATISTICS")),
            Map.entry("text search configuration", Sql.of("TEXT SEARCH CONFIGURATION")),
            Map.entry("text search dictionary", Sql.of("TEXT SEARCH DICTIONARY")),
            Map.entry("event trigger", Sql.of("EVENT TRIGGER")),
            Map.entry("publication", Sql.of("PUBLICATION")),
            Map.entry("subscription", Sql.of("SUBSCRIPTION")),
            Map.entry("database", Sql.of("DATABASE")),
            Map.entry("tablespace", Sql.of("TABLESPACE")));

    private UnplannedOwner() {}

    static boolean isPlanned(Dependent dependent) {
        return PLANNED.contains(dependent.type());
    }

    static boolean isShared(ObjectKind kind) {
        return kind == ObjectKind.DATABASE || kind == ObjectKind.TABLESPACE;
    }

    /** A shared object's name in quotes, which the server writes only where a name needs them. */
    static String quoted(Dependent dependent) {
        String identity = dependent.identity();
        return identity.startsWith("\"") ? identity : '"' + identity + '"';
    }

    /** An ALTER for each; for what has none, such as an extension, the REASSIGN OWNED that alone can move it. */
    static List<Sql> statements(List<Dependent> dependents, Name role, Name heir) {
        List<Sql> statements = new ArrayList<>();
        boolean others = false;
        for (Dependent dependent : dependents) {
            Sql word = WORDS.get(dependent.type());
            if (word == null) {
                others = true;
            } else {
                statements.add(Sql.of("ALTER %s %s OWNER TO %I", word, identity(dependent), heir));
            }
        }
        if (others) {
            statements.add(Sql.of("REASSIGN OWNED BY %I TO %I", role, heir));
        }
        return statements;
    }

    /** The server's own text, which quotes every identifier in it that needs quotes. */
    private static Sql identity(Dependent dependent) {
        return new Sql(dependent.identity());
    }
}
