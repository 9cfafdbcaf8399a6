package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE PUBLICATION, PostgreSQL 16 manual; lists of columns and row filters are not read. */
final class PublicationDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        Sql named = Sql.of("CREATE PUBLICATION %I", Words.name(thing));
        Sql tables = !thing.property("all tables").isEmpty()
                ? Sql.of("%s FOR ALL TABLES", named)
                : thing.property("tables").isEmpty()
                        ? named
                        : Sql.of("%s FOR TABLE %s", named, Words.server(thing.property("tables")));
        return Sql.of("%s WITH (%s)", tables, parameters(thing));
    }

    private static Sql parameters(Structure thing) {
        return Sql.of(
                "publish = %L, publish_via_partition_root = %s",
                thing.property("operations"), thing.property("via root").isEmpty() ? Sql.of("false") : Sql.of("true"));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP PUBLICATION %I", Words.name(thing));
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return switch (word) {
            case "operations" ->
                now == null
                        ? Optional.empty()
                        : Optional.of(Sql.of("ALTER PUBLICATION %I SET (publish = %L)", Words.name(thing), now));
            case "via root" ->
                Optional.of(Sql.of(
                        "ALTER PUBLICATION %I SET (publish_via_partition_root = %s)",
                        Words.name(thing), now == null ? Sql.of("false") : Sql.of("true")));
            case "tables" -> tables(thing, was, now);
            default -> super.set(thing, word, was, now, state);
        };
    }

    private static Optional<Sql> tables(Structure thing, @Nullable String was, @Nullable String now) {
        if (now != null) {
            return Optional.of(Sql.of("ALTER PUBLICATION %I SET TABLE %s", Words.name(thing), Words.server(now)));
        }
        return was == null
                ? Optional.empty()
                : Optional.of(Sql.of("ALTER PUBLICATION %I DROP TABLE %s", Words.name(thing), Words.server(was)));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON PUBLICATION %I IS %s", Words.name(thing), literal(text));
    }
}
