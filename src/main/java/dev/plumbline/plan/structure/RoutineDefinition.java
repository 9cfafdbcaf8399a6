package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE FUNCTION and CREATE PROCEDURE as {@code pg_get_functiondef} writes them. One whose heading stays is replaced and keeps its grants and what needs it. */
final class RoutineDefinition extends Definition {
    private static final String UNTRACKED =
            "What the body uses, and which other bodies call it, is known to no catalog.";

    @Override
    Sql create(Structure thing, State state) {
        return Words.server(thing.property("definition").strip());
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP ROUTINE %s", Words.server(thing.property("identity")));
    }

    @Override
    Draft creating(Structure thing, Way way) {
        return super.creating(thing, way).advisory(HazardKind.UNTRACKED_DEPENDENCIES, UNTRACKED);
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        Draft draft = super.dropping(thing, way).advisory(HazardKind.UNTRACKED_DEPENDENCIES, UNTRACKED);
        return way.to().has(thing.name())
                ? draft.hazard(HazardKind.FUNCTION_SIGNATURE_CHANGE, "Its heading changes: callers may fail.")
                : draft;
    }

    @Override
    Optional<List<Draft>> change(Structure was, Structure now, String word, Way way) {
        if (!word.equals("definition")) {
            return super.change(was, now, word, way);
        }
        return heading(was).equals(heading(now))
                ? Optional.of(List.of(new Draft(shown(now) + " has another definition.", create(now, way.to()))
                        .undo(create(was, way.from()))
                        .advisory(HazardKind.UNTRACKED_DEPENDENCIES, UNTRACKED)))
                : Optional.empty();
    }

    /** Name, arguments and result; the rest can be replaced. */
    private static String heading(Structure routine) {
        String definition = routine.property("definition");
        int end = definition.indexOf("\n LANGUAGE ");
        return end < 0 ? definition : definition.substring(0, end);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON ROUTINE %s IS %s", Words.server(thing.property("identity")), literal(text));
    }
}
