package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE TRIGGER as {@code pg_get_triggerdef} writes it, and whether it fires (ALTER TABLE, PostgreSQL 16 manual). */
final class TriggerDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return Words.server(thing.property("definition"));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP TRIGGER %I ON %s", Words.name(thing), Words.parent(thing.name()));
    }

    @Override
    Set<String> settings() {
        return Set.of("comment", "enabled");
    }

    @Override
    Draft creating(Structure thing, Way way) {
        return super.creating(thing, way)
                .lock(Draft.SHARE_ROW_EXCLUSIVE)
                .advisory(HazardKind.UNTRACKED_DEPENDENCIES, "It runs its function for what others write.");
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        return super.dropping(thing, way).lock(Draft.ACCESS_EXCLUSIVE);
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        return word.equals("enabled")
                ? Optional.of(Sql.of(
                        "ALTER TABLE %s %s TRIGGER %I", Words.parent(thing.name()), firing(now), Words.name(thing)))
                : super.set(thing, word, was, now, state);
    }

    static Sql firing(@Nullable String enabled) {
        return switch (enabled == null ? "" : enabled) {
            case "no" -> Sql.of("DISABLE");
            case "on replicas" -> Sql.of("ENABLE REPLICA");
            case "always" -> Sql.of("ENABLE ALWAYS");
            default -> Sql.of("ENABLE");
        };
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of(
                "COMMENT ON TRIGGER %I ON %s IS %s", Words.name(thing), Words.parent(thing.name()), literal(text));
    }
}
