package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import org.jspecify.annotations.Nullable;

/** CREATE STATISTICS as {@code pg_get_statisticsobjdef} writes it. */
final class StatisticsDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return Words.server(thing.property("definition"));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP STATISTICS %s", Words.qualified(thing.name()));
    }

    @Override
    Draft creating(Structure thing, Way way) {
        return super.creating(thing, way).lock(Draft.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON STATISTICS %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
