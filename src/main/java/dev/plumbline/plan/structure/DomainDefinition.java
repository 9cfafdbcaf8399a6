package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE DOMAIN, PostgreSQL 16 manual. Its checks are constraints of their own. */
final class DomainDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        List<Sql> words = new ArrayList<>();
        words.add(
                Sql.of("CREATE DOMAIN %s AS %s", Words.qualified(thing.name()), Words.server(thing.property("type"))));
        if (!thing.property("collation").isEmpty()) {
            words.add(Sql.of("COLLATE %s", Words.server(thing.property("collation"))));
        }
        if (!thing.property("default").isEmpty()) {
            words.add(Sql.of("DEFAULT %s", Words.server(thing.property("default"))));
        }
        if (!thing.property("not null").isEmpty()) {
            words.add(Sql.of("NOT NULL"));
        }
        return Sql.join(" ", words);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP DOMAIN %s", Words.qualified(thing.name()));
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        Sql domain = Words.qualified(thing.name());
        return switch (word) {
            case "default" ->
                Optional.of(
                        now == null
                                ? Sql.of("ALTER DOMAIN %s DROP DEFAULT", domain)
                                : Sql.of("ALTER DOMAIN %s SET DEFAULT %s", domain, Words.server(now)));
            case "not null" ->
                Optional.of(
                        now == null
                                ? Sql.of("ALTER DOMAIN %s DROP NOT NULL", domain)
                                : Sql.of("ALTER DOMAIN %s SET NOT NULL", domain));
            default -> super.set(thing, word, was, now, state);
        };
    }

    @Override
    Draft changing(Structure was, Structure now, String word, Sql sql, Way way) {
        Draft draft = super.changing(was, now, word, sql, way);
        return word.equals("not null") && !now.property(word).isEmpty()
                ? draft.hazard(HazardKind.CONSTRAINT_SCAN, "Every column of the domain is read while nobody can write.")
                        .lock(Draft.SHARE)
                : draft;
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON DOMAIN %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
