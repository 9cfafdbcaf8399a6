package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import org.jspecify.annotations.Nullable;

/** CREATE TYPE … AS RANGE, PostgreSQL 16 manual. */
final class RangeDefinition extends Definition {
    private static final String CLASS = ", operator class ";

    @Override
    Sql create(Structure thing, State state) {
        String subtype = thing.property("subtype");
        int at = subtype.lastIndexOf(CLASS);
        return Sql.of(
                "CREATE TYPE %s AS RANGE (SUBTYPE = %s, SUBTYPE_OPCLASS = %s)",
                Words.qualified(thing.name()),
                Words.server(subtype.substring(0, at)),
                Words.server(subtype.substring(at + CLASS.length())));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP TYPE %s", Words.qualified(thing.name()));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON TYPE %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
