package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import org.jspecify.annotations.Nullable;

/** CREATE CONVERSION, PostgreSQL 16 manual. */
final class ConversionDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        Sql rest = Sql.of(
                "CONVERSION %s FOR %L TO %L FROM %s",
                Words.qualified(thing.name()),
                thing.property("from encoding"),
                thing.property("to encoding"),
                Words.server(thing.property("function")));
        return thing.property("default").isEmpty() ? Sql.of("CREATE %s", rest) : Sql.of("CREATE DEFAULT %s", rest);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP CONVERSION %s", Words.qualified(thing.name()));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON CONVERSION %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
