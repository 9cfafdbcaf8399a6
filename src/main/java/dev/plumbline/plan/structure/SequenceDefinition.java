package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE SEQUENCE, PostgreSQL 16 manual. The column that it belongs to is told apart, since that column may need the sequence first. */
final class SequenceDefinition extends Definition {
    private static final Set<String> NUMBERS =
            Set.of("type", "start", "increment", "minimum", "maximum", "cache", "cycle");

    @Override
    Sql create(Structure thing, State state) {
        return thing.property("unlogged").isEmpty()
                ? Sql.of("CREATE SEQUENCE %s %s", Words.qualified(thing.name()), numbers(thing))
                : Sql.of("CREATE UNLOGGED SEQUENCE %s %s", Words.qualified(thing.name()), numbers(thing));
    }

    private static Sql numbers(Structure thing) {
        return Sql.of(
                "AS %s INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s %s",
                Words.server(thing.property("type")),
                Words.server(thing.property("increment")),
                Words.server(thing.property("minimum")),
                Words.server(thing.property("maximum")),
                Words.server(thing.property("start")),
                Words.server(thing.property("cache")),
                thing.property("cycle").isEmpty() ? Sql.of("NO CYCLE") : Sql.of("CYCLE"));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP SEQUENCE %s", Words.qualified(thing.name()));
    }

    @Override
    Draft creating(Structure thing, Way way) {
        return super.creating(thing, way)
                .advisory(
                        HazardKind.UNTRACKED_DEPENDENCIES,
                        "It begins at its start, whatever numbers rows hold already.");
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        return super.dropping(thing, way)
                .destroys("Its value is lost.")
                .hazard(HazardKind.UNTRACKED_DEPENDENCIES, "Bodies of routines may use it.");
    }

    @Override
    Set<String> ignored() {
        return Set.of("owned by");
    }

    @Override
    Optional<List<Draft>> alter(Structure was, Structure now, Way way) {
        Set<String> words = differing(was, now);
        if (words.stream().noneMatch(NUMBERS::contains)) {
            return super.alter(was, now, way);
        }
        Draft draft = new Draft(
                        shown(now) + " differs in " + String.join(", ", words) + ".",
                        Sql.of("ALTER SEQUENCE %s %s", Words.qualified(now.name()), numbers(now)))
                .undo(Sql.of("ALTER SEQUENCE %s %s", Words.qualified(was.name()), numbers(was)))
                .lock(Draft.SHARE_ROW_EXCLUSIVE);
        List<Draft> drafts = new java.util.ArrayList<>(List.of(draft));
        for (String word : words) {
            if (!NUMBERS.contains(word)) {
                Optional<List<Draft>> change = change(was, now, word, way);
                if (change.isEmpty()) {
                    return Optional.empty();
                }
                drafts.addAll(change.get());
            }
        }
        return Optional.of(drafts);
    }

    @Override
    Optional<Sql> set(Structure thing, String word, @Nullable String was, @Nullable String now, State state) {
        if (word.equals("unlogged") && state.version().isPostgresAtLeast(15)) {
            return Optional.of(
                    now == null
                            ? Sql.of("ALTER SEQUENCE %s SET LOGGED", Words.qualified(thing.name()))
                            : Sql.of("ALTER SEQUENCE %s SET UNLOGGED", Words.qualified(thing.name())));
        }
        return super.set(thing, word, was, now, state);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON SEQUENCE %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
