package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE VIEW and CREATE MATERIALIZED VIEW, PostgreSQL 16 manual. A view whose columns stay, or get others behind them, is replaced and keeps its grants. */
final class ViewDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        return create(thing, isMaterialized(thing) ? Sql.of("CREATE MATERIALIZED VIEW") : Sql.of("CREATE VIEW"));
    }

    private static Sql create(Structure thing, Sql verb) {
        List<Sql> words = new ArrayList<>();
        words.add(verb);
        words.add(Words.qualified(thing.name()));
        if (!thing.property("options").isEmpty()) {
            words.add(Sql.of("WITH (%s)", Words.options(thing.property("options"))));
        }
        if (!thing.property("tablespace").isEmpty()) {
            words.add(Sql.of("TABLESPACE %I", Name.of(thing.property("tablespace"))));
        }
        String query = thing.property("definition").strip();
        words.add(Sql.of("AS\n%s", Words.server(query.endsWith(";") ? query.substring(0, query.length() - 1) : query)));
        return Sql.join(" ", words);
    }

    private static boolean isMaterialized(Structure thing) {
        return thing.name().kind() == StructureKind.MATERIALIZED_VIEW;
    }

    @Override
    Sql drop(Structure thing, State state) {
        return isMaterialized(thing)
                ? Sql.of("DROP MATERIALIZED VIEW %s", Words.qualified(thing.name()))
                : Sql.of("DROP VIEW %s", Words.qualified(thing.name()));
    }

    @Override
    Draft dropping(Structure thing, Way way) {
        Draft draft = super.dropping(thing, way).lock(Draft.ACCESS_EXCLUSIVE);
        if (isMaterialized(thing)) {
            draft.advisory(HazardKind.DATA_LOSS, "What it holds was computed and can be computed again.");
        } else {
            draft.advisory(HazardKind.DATA_LOSS, "It holds no rows of its own.");
        }
        return draft;
    }

    @Override
    Optional<List<Draft>> alter(Structure was, Structure now, Way way) {
        boolean sameQuery = was.property("definition").equals(now.property("definition"));
        boolean goesOn = now.property("columns").equals(was.property("columns"))
                || now.property("columns").startsWith(was.property("columns") + ", ");
        boolean optionsGoOn = was.property("options").equals(now.property("options"));
        if (sameQuery && optionsGoOn) {
            return super.alter(was, now, way);
        }
        if (isMaterialized(now) || !goesOn) {
            return Optional.empty();
        }
        List<Draft> drafts = new ArrayList<>();
        Draft draft = new Draft(shown(now) + " has another definition.", create(now, Sql.of("CREATE OR REPLACE VIEW")))
                .lock(Draft.ACCESS_EXCLUSIVE);
        if (now.property("columns").equals(was.property("columns"))) {
            draft.undo(create(was, Sql.of("CREATE OR REPLACE VIEW")));
        } else {
            draft.undo(Sql.of("%s;\n%s", drop(now, way.to()), whole(was, way.from())));
        }
        drafts.add(draft);
        if (differing(was, now).contains("comment")) {
            change(was, now, "comment", way).ifPresent(drafts::addAll);
        }
        drafts.addAll(ColumnMark.change(was, now));
        return Optional.of(drafts);
    }

    @Override
    List<Draft> make(Structure thing, Way way) {
        return ColumnMark.withThem(super.make(thing, way), thing);
    }

    @Override
    Sql whole(Structure thing, State state) {
        return ColumnMark.withThem(super.whole(thing, state), thing);
    }

    @Override
    Optional<List<Draft>> change(Structure was, Structure now, String word, Way way) {
        Optional<ColumnMark> mark = ColumnMark.in(word);
        return mark.isPresent() ? Optional.of(mark.get().changed(was, now)) : super.change(was, now, word, way);
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return isMaterialized(thing)
                ? Sql.of("COMMENT ON MATERIALIZED VIEW %s IS %s", Words.qualified(thing.name()), literal(text))
                : Sql.of("COMMENT ON VIEW %s IS %s", Words.qualified(thing.name()), literal(text));
    }
}
