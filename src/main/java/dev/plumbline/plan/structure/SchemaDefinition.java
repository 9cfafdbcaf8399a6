package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import org.jspecify.annotations.Nullable;

/** CREATE SCHEMA, PostgreSQL 16 manual. */
final class SchemaDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return Sql.of("CREATE SCHEMA %I", Words.name(thing));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP SCHEMA %I", Words.name(thing));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON SCHEMA %I IS %s", Words.name(thing), literal(text));
    }
}
