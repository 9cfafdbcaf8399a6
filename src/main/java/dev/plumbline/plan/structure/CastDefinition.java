package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import org.jspecify.annotations.Nullable;

/** CREATE CAST, PostgreSQL 16 manual. */
final class CastDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        Sql plain = Sql.of("CREATE CAST %s %s", name(thing), Words.server(thing.property("method")));
        return thing.property("context").isEmpty()
                ? plain
                : Sql.of("%s %s", plain, Words.server(thing.property("context")));
    }

    private static Sql name(Structure thing) {
        return Words.server(thing.name().name());
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP CAST %s", name(thing));
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        return super.dropping(thing, way)
                .advisory(HazardKind.UNTRACKED_DEPENDENCIES, "Programs and bodies of routines may rest on it.");
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON CAST %s IS %s", name(thing), literal(text));
    }
}
