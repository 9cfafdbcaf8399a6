package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CREATE TYPE … AS ENUM, PostgreSQL 16 manual. A label is added where it stands, outside of transactions, since a label cannot be used in the transaction that adds it.
 * A label that went, or another order, needs another type: the columns are turned over to one of the same name through the text of their values.
 */
final class EnumDefinition extends Definition {
    @Override
    Sql create(Structure thing, State state) {
        String labels = thing.property("labels");
        return labels.isEmpty()
                ? Sql.of("CREATE TYPE %s AS ENUM ()", Words.qualified(thing.name()))
                : Sql.of("CREATE TYPE %s AS ENUM (%s)", Words.qualified(thing.name()), Words.server(labels));
    }

    @Override
    Sql drop(Structure thing, State state) {
        return Sql.of("DROP TYPE %s", Words.qualified(thing.name()));
    }

    @Override
    Sql comment(Structure thing, @Nullable String text, State state) {
        return Sql.of("COMMENT ON TYPE %s IS %s", Words.qualified(thing.name()), literal(text));
    }

    @Override
    Optional<List<Draft>> change(Structure was, Structure now, String word, Way way) {
        if (!word.equals("labels")) {
            return super.change(was, now, word, way);
        }
        List<String> old = Words.list(was.property("labels"));
        List<String> wanted = Words.list(now.property("labels"));
        List<String> left = new ArrayList<>(wanted);
        left.retainAll(old);
        return Optional.of(left.equals(old) ? added(now, old, wanted) : exchanged(was, now, way));
    }

    private static List<Draft> added(Structure now, List<String> old, List<String> wanted) {
        List<Draft> drafts = new ArrayList<>();
        List<String> have = new ArrayList<>(old);
        for (int at = 0; at < wanted.size(); at++) {
            String label = wanted.get(at);
            if (!have.contains(label)) {
                Sql type = Words.qualified(now.name());
                Sql literal = Words.server(label);
                Sql sql = at < have.size()
                        ? Sql.of("ALTER TYPE %s ADD VALUE %s BEFORE %s", type, literal, Words.server(have.get(at)))
                        : Sql.of("ALTER TYPE %s ADD VALUE %s", type, literal);
                have.add(at, label);
                drafts.add(new Draft(shown(now) + " lacks the label " + label + ".", sql)
                        .noUndo("A label cannot be taken out of an enum type.")
                        .alone());
            }
        }
        return drafts;
    }

    private List<Draft> exchanged(Structure was, Structure now, Way way) {
        Name temporary = Name.cut("plumbline_old_" + now.name().name());
        Sql old =
                Words.qualified(new StructureName(StructureKind.ENUM, now.name().schema(), null, temporary.text()));
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(
                        "Labels cannot be taken out of " + shown(now) + ": it makes place for another of its name.",
                        Sql.of("ALTER TYPE %s RENAME TO %I", Words.qualified(now.name()), temporary))
                .undo(Sql.of("ALTER TYPE %s RENAME TO %I", old, Words.name(now))));
        drafts.add(
                new Draft("It is the type with the wanted labels.", create(now, way.to())).undo(drop(now, way.to())));
        for (StructureName column : EnumColumns.of(was, way)) {
            drafts.add(turnedOver(column, was, now, old, way));
        }
        drafts.add(new Draft("No column is of the old type any more.", Sql.of("DROP TYPE %s", old))
                .undo(create(was, old)));
        return drafts;
    }

    private static Sql create(Structure thing, Sql name) {
        return Sql.of("CREATE TYPE %s AS ENUM (%s)", name, Words.server(thing.property("labels")));
    }

    private static Draft turnedOver(StructureName column, Structure was, Structure now, Sql old, Way way) {
        boolean array = way.from().find(column).property("type").endsWith("[]");
        Sql text = array ? Sql.of("pg_catalog.text[]") : Sql.of("pg_catalog.text");
        Sql wanted = array ? Sql.of("%s[]", Words.qualified(now.name())) : Words.qualified(now.name());
        Sql before = array ? Sql.of("%s[]", old) : old;
        Name name = Name.of(column.name());
        List<String> gone = new ArrayList<>(Words.list(was.property("labels")));
        gone.removeAll(Words.list(now.property("labels")));
        Draft draft = new Draft(
                        "Column " + column.shown() + " is of " + shown(now) + ", which is made anew.",
                        Sql.of(
                                "ALTER TABLE %s ALTER COLUMN %I TYPE %s USING %I::%s::%s",
                                Words.parent(column), name, wanted, name, text, wanted))
                .undo(Sql.of(
                        "ALTER TABLE %s ALTER COLUMN %I TYPE %s USING %I::%s::%s",
                        Words.parent(column), name, before, name, text, before))
                .lock(Draft.ACCESS_EXCLUSIVE)
                .hazard(HazardKind.COLUMN_TYPE_CHANGE, "The table is rewritten while nobody can use it.");
        if (!gone.isEmpty()) {
            draft.hazard(HazardKind.ENUM_VALUE_DROP, "Rows that hold " + String.join(", ", gone) + " make it fail.");
            if (!array) {
                draft.check(new DataCheck(
                        Sql.of(
                                "SELECT pg_catalog.count(*) FROM %s WHERE %I::pg_catalog.text IN (%s)",
                                way.rows().tableOf(column), name, Words.server(String.join(", ", gone))),
                        "rows with a label that is to go"));
            }
        }
        return draft;
    }
}
