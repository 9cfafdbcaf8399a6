package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE OPERATOR FAMILY, PostgreSQL 16 manual, and the members that belong to no class of it. */
final class OperatorFamilyDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return Sql.of("CREATE OPERATOR FAMILY %s", named(thing));
    }

    /** A family or a class of one, as statements name it. */
    static Sql named(Structure thing) {
        return Sql.of(
                "%I.%I USING %I",
                Objects.requireNonNull(thing.name().schema()),
                Name.of(thing.property("own name")),
                Name.of(thing.property("access method")));
    }

    @Override
    Set<String> settings() {
        return Set.of("comment", "members");
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        if (!word.equals("members")) {
            return super.set(thing, word, was, now, state);
        }
        return was == null && now != null
                ? Optional.of(Sql.of("ALTER OPERATOR FAMILY %s ADD %s", named(thing), Words.server(now)))
                : Optional.empty();
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP OPERATOR FAMILY %s", named(thing));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON OPERATOR FAMILY %s IS %s", named(thing), literal(text));
    }
}
