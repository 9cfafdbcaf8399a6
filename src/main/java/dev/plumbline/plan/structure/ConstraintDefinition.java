package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Constraints of tables and domains as {@code pg_get_constraintdef} writes them; on a table in use they are made without reading it and validated after. */
final class ConstraintDefinition extends Definition {
    private static final String NOT_VALID = " NOT VALID";

    @Override
    Sql create(Structure thing, State state) {
        return Sql.of("%s ADD CONSTRAINT %I %s", alter(thing, state), Words.name(thing), definition(thing));
    }

    private static Sql definition(Structure thing) {
        return Words.server(thing.property("definition"));
    }

    static Sql alter(Structure thing, State state) {
        return isOfDomain(thing, state)
                ? Sql.of("ALTER DOMAIN %s", Words.parent(thing.name()))
                : Sql.of("ALTER TABLE %s", Words.parent(thing.name()));
    }

    private static boolean isOfDomain(Structure thing, State state) {
        StructureName whole = state.wholeOf(thing.name());
        return whole != null && whole.kind() == StructureKind.DOMAIN;
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("%s DROP CONSTRAINT %I", alter(thing, state), Words.name(thing));
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        Draft draft = super.dropping(thing, way).lock(Draft.ACCESS_EXCLUSIVE);
        return ConstraintIndex.isBacked(thing)
                ? draft.advisory(HazardKind.INDEX_DROPPED, "Its index goes with it; queries may become slow.")
                : draft;
    }

    @Override
    List<Draft> make(Structure thing, Way way) {
        List<Draft> drafts = new ArrayList<>();
        boolean online = way.online(thing.name()) && !isOfDomain(thing, way.to());
        if (online && isValidatedLater(thing, way)) {
            drafts.addAll(inTwo(thing, way));
        } else if (online && ConstraintIndex.isApart(thing, way)) {
            drafts.addAll(ConstraintIndex.drafts(thing, way, this));
        } else {
            Draft draft = creating(thing, way).lock(lock(thing));
            if (way.online(thing.name())) {
                draft.hazard(HazardKind.CONSTRAINT_SCAN, "Every row is read while nobody can write.");
                ConstraintCheck.of(thing, way).ifPresent(draft::check);
            }
            if (ConstraintIndex.isBacked(thing)
                    && !way.fresh().contains(way.to().wholeOf(thing.name()))) {
                draft.advisory(HazardKind.INDEX_BUILD, "An index is built.");
            }
            drafts.add(draft);
        }
        String comment = thing.properties().get("comment");
        if (comment != null) {
            drafts.add(new Draft(shown(thing) + " has a comment.", comment(thing, comment, way.to()))
                    .undo(comment(thing, null, way.to())));
        }
        return drafts;
    }

    private static String lock(Structure thing) {
        return thing.property("type").equals("foreign key") ? Draft.SHARE_ROW_EXCLUSIVE : Draft.ACCESS_EXCLUSIVE;
    }

    private static boolean isValidatedLater(Structure thing, Way way) {
        String type = thing.property("type");
        boolean valid = !thing.property("definition").endsWith(NOT_VALID)
                && !thing.property("definition").contains("NOT ENFORCED");
        StructureName table = way.to().wholeOf(thing.name());
        boolean partitioned = table != null && way.to().isPartitioned(table);
        return valid && (type.equals("check") || type.equals("foreign key") && !partitioned);
    }

    private List<Draft> inTwo(Structure thing, Way way) {
        Draft add = new Draft(
                        comes(thing, way) + " For new rows first.", Sql.of("%s NOT VALID", create(thing, way.to())))
                .undo(drop(thing, way.to()))
                .lock(lock(thing));
        return List.of(add, validation(thing, way));
    }

    private static Draft validation(Structure thing, Way way) {
        Draft draft = new Draft(
                        shown(thing) + " holds for the rows that are there, too.",
                        Sql.of("%s VALIDATE CONSTRAINT %I", alter(thing, way.to()), Words.name(thing)))
                .noUndo(StructureStep.NOTHING_TO_UNDO)
                .lock(Draft.SHARE_UPDATE_EXCLUSIVE)
                .advisory(HazardKind.VALIDATE_CONSTRAINT_SCAN, "Every row is read while others write.")
                .alone();
        ConstraintCheck.of(thing, way).ifPresent(draft::check);
        return draft;
    }

    @Override
    Optional<List<Draft>> change(Structure was, Structure now, String word, Way way) {
        boolean becomesValid = word.equals("definition") && was.property(word).equals(now.property(word) + NOT_VALID);
        return becomesValid
                ? Optional.of(List.of(validation(now, way).noUndo("What is validated cannot be made unvalidated.")))
                : super.change(was, now, word, way);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return isOfDomain(thing, state)
                ? Sql.of(
                        "COMMENT ON CONSTRAINT %I ON DOMAIN %s IS %s",
                        Words.name(thing), Words.parent(thing.name()), literal(text))
                : Sql.of(
                        "COMMENT ON CONSTRAINT %I ON %s IS %s",
                        Words.name(thing), Words.parent(thing.name()), literal(text));
    }
}
