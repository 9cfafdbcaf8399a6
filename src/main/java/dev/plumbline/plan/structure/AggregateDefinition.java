package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.OwnName;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CREATE AGGREGATE, PostgreSQL 16 manual, from {@code pg_aggregate}: the server has no word for the whole of it. */
final class AggregateDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return Sql.of(
                "CREATE AGGREGATE %I.%I(%s) (%s)",
                Objects.requireNonNull(thing.name().schema()),
                Name.of(OwnName.of(thing)),
                Words.server(thing.property("arguments")),
                Words.server(thing.property("definition")));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP AGGREGATE %s", Words.server(thing.property("identity")));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON AGGREGATE %s IS %s", Words.server(thing.property("identity")), literal(text));
    }
}
