package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE COLLATION, PostgreSQL 16 manual. Nothing of it can be altered. */
final class CollationDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        List<Sql> options = new ArrayList<>();
        options.add(Sql.of("PROVIDER = %s", Words.server(thing.property("provider"))));
        option(options, Sql.of("LOCALE"), thing.property("locale"));
        option(options, Sql.of("LC_COLLATE"), thing.property("lc collate"));
        option(options, Sql.of("LC_CTYPE"), thing.property("lc ctype"));
        option(options, Sql.of("RULES"), thing.property("rules"));
        if (!thing.property("not deterministic").isEmpty()) {
            options.add(Sql.of("DETERMINISTIC = false"));
        }
        return Sql.of("CREATE COLLATION %s (%s)", Words.qualified(thing.name()), Sql.join(", ", options));
    }

    private static void option(List<Sql> options, Sql word, String value) {
        if (!value.isEmpty()) {
            options.add(Sql.of("%s = %L", word, value));
        }
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP COLLATION %s", Words.qualified(thing.name()));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON COLLATION %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
