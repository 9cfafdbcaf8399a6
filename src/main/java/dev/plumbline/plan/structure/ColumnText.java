package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column as CREATE TABLE and ADD COLUMN take it, and what its type's change looks like. */
final class ColumnText {
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name");
    private static final Set<String> TIMES = Set.of(
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone");

    private ColumnText() {}

    static Sql of(Structure column, boolean withDefault) {
        List<Sql> words = new ArrayList<>();
        words.add(Sql.of("%I %s", Words.name(column), Words.server(column.property("type"))));
        if (!column.property("foreign options").isEmpty()) {
            words.add(Sql.of("OPTIONS (%s)", ForeignOptions.all(column.property("foreign options"))));
        }
        if (!column.property("collation").isEmpty()) {
            words.add(Sql.of("COLLATE %s", Words.server(column.property("collation"))));
        }
        words.addAll(constraints(column, withDefault));
        return Sql.join(" ", words);
    }

    /** Of a table that is of a type, which says the rest; empty where the column has nothing of its own. */
    static Optional<Sql> ofTyped(Structure column, boolean withDefault) {
        List<Sql> own = constraints(column, withDefault);
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(Sql.of("%I WITH OPTIONS %s", Words.name(column), Sql.join(" ", own)));
    }

    private static List<Sql> constraints(Structure column, boolean withDefault) {
        List<Sql> words = new ArrayList<>();
        String generated = column.property("generated");
        if (!generated.isEmpty()) {
            int kind = generated.lastIndexOf(' ');
            words.add(Sql.of(
                    "GENERATED ALWAYS AS (%s) %s",
                    Words.server(generated.substring(0, kind)), Words.server(generated.substring(kind + 1))));
        }
        if (!column.property("identity").isEmpty() && !column.properties().containsKey("inherited")) {
            words.add(identity(column));
        }
        if (withDefault && !column.property("default").isEmpty()) {
            words.add(Sql.of("DEFAULT %s", Words.server(column.property("default"))));
        }
        if (!column.property("not null").isEmpty()) {
            words.add(Sql.of("NOT NULL"));
        }
        return words;
    }

    static Sql identity(Structure column) {
        return Sql.of(
                "GENERATED %s AS IDENTITY (%s)",
                Words.server(column.property("identity")), Words.server(column.property("identity sequence")));
    }

    /** {@code TYPE … USING …}: through the text of the values where no cast leads from one type to the other. */
    static Sql type(Structure was, Structure now, boolean keepsValues) {
        String from = was.property("type");
        String to = now.property("type");
        List<Sql> words = new ArrayList<>();
        words.add(Sql.of("TYPE %s", Words.server(to)));
        if (!now.property("collation").isEmpty()) {
            words.add(Sql.of("COLLATE %s", Words.server(now.property("collation"))));
        }
        if (!keepsValues) {
            words.add(
                    isCast(from, to)
                            ? Sql.of("USING %I::%s", Words.name(now), Words.server(to))
                            : Sql.of("USING %I::pg_catalog.text::%s", Words.name(now), Words.server(to)));
        }
        return Sql.join(" ", words);
    }

    private static boolean isCast(String from, String to) {
        String old = base(from);
        String wanted = base(to);
        return old.equals(wanted)
                || from.endsWith("[]") && to.endsWith("[]")
                || TEXTS.contains(old)
                || TEXTS.contains(wanted)
                || NUMBERS.contains(old) && NUMBERS.contains(wanted)
                || TIMES.contains(old) && TIMES.contains(wanted)
                || Set.of("integer", "boolean").equals(Set.copyOf(List.of(old, wanted)))
                || Set.of("json", "jsonb").equals(Set.copyOf(List.of(old, wanted)));
    }

    private static String base(String type) {
        return type.replaceFirst("\\(.*?\\)", "").toLowerCase(Locale.ROOT).strip();
    }
}
