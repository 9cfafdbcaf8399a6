package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CREATE OPERATOR CLASS with its members, PostgreSQL 16 manual. */
final class OperatorClassDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        Sql type = Words.server(thing.property("type"));
        // A class may have no members; the statement must have one, and the storage type that there is anyway changes
        // nothing.
        Sql members = thing.property("members").isEmpty()
                ? Sql.of("STORAGE %s", type)
                : Words.server(thing.property("members"));
        Sql name = Sql.of("%I.%I", Objects.requireNonNull(thing.name().schema()), Name.of(thing.property("own name")));
        Sql rest = Sql.of(
                "FOR TYPE %s USING %I FAMILY %s AS %s",
                type, Name.of(thing.property("access method")), Words.server(thing.property("family")), members);
        return thing.property("default").isEmpty()
                ? Sql.of("CREATE OPERATOR CLASS %s %s", name, rest)
                : Sql.of("CREATE OPERATOR CLASS %s DEFAULT %s", name, rest);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP OPERATOR CLASS %s", OperatorFamilyDefinition.named(thing));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON OPERATOR CLASS %s IS %s", OperatorFamilyDefinition.named(thing), literal(text));
    }
}
