package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import org.jspecify.annotations.Nullable;

/** CREATE OPERATOR, PostgreSQL 16 manual. A commutator or negator that is not there yet is made when its own turn comes. */
final class OperatorDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        String identity = thing.property("identity");
        return Sql.of(
                "CREATE OPERATOR %s (%s)",
                Words.server(identity.substring(0, identity.lastIndexOf('('))),
                Words.server(thing.property("definition")));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP OPERATOR %s", Words.server(thing.property("identity")));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON OPERATOR %s IS %s", Words.server(thing.property("identity")), literal(text));
    }
}
