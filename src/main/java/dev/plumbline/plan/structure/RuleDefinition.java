package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE RULE as {@code pg_get_ruledef} writes it, and whether it fires. */
final class RuleDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        String definition = thing.property("definition").strip();
        return Words.server(definition.endsWith(";") ? definition.substring(0, definition.length() - 1) : definition);
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP RULE %I ON %s", Words.name(thing), Words.parent(thing.name()));
    }

    @Override
    Set<String> settings() {
        return Set.of("comment", "enabled");
    }

    @Override
    Draft creating(Structure thing, Way way) {
        return super.creating(thing, way).lock(Draft.ACCESS_EXCLUSIVE);
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        return super.dropping(thing, way).lock(Draft.ACCESS_EXCLUSIVE);
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return word.equals("enabled")
                ? Optional.of(Sql.of(
                        "ALTER TABLE %s %s RULE %I",
                        Words.parent(thing.name()), TriggerDefinition.firing(now), Words.name(thing)))
                : super.set(thing, word, was, now, state);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON RULE %I ON %s IS %s", Words.name(thing), Words.parent(thing.name()), literal(text));
    }
}
