package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of views and the attributes of composite types have, which are no things of their own. */
enum ColumnMark {
    COMMENT("column comments", "comment") {
        @Override
        Sql give(Structure thing, String column, @Nullable String literal) {
            return Sql.of(
                    "COMMENT ON COLUMN %s.%s IS %s",
                    Words.qualified(thing.name()),
                    Words.server(column),
                    Words.server(literal == null ? "NULL" : literal));
        }
    },
    /** Of views alone: what an INSERT into the view writes that leaves the column out (manual, ALTER VIEW). */
    DEFAULT("column defaults", "default") {
        @Override
        Sql give(Structure thing, String column, @Nullable String expression) {
            Sql change =
                    expression == null ? Sql.of("DROP DEFAULT") : Sql.of("SET DEFAULT %s", Words.server(expression));
            return Sql.of(
                    "ALTER VIEW %s ALTER COLUMN %s %s", Words.qualified(thing.name()), Words.server(column), change);
        }

        @Override
        Draft locked(Draft draft) {
            return draft.lock(Draft.ACCESS_EXCLUSIVE);
        }
    };

    private final String property;
    private final String word;

    ColumnMark(String property, String word) {
        this.property = property;
        this.word = word;
    }

    /** @param text in the server's words; null takes it away */
    abstract Sql give(Structure thing, String column, @Nullable String text);

    Draft locked(Draft draft) {
        return draft;
    }

    static List<Draft> withThem(List<Draft> making, Structure thing) {
        List<Draft> all = new ArrayList<>(making);
        for (ColumnMark mark : values()) {
            mark.of(thing)
                    .forEach((column, text) -> all.add(mark.locked(new Draft(
                                    "Column " + column + " of " + Definition.shown(thing) + " has a " + mark.word + ".",
                                    mark.give(thing, column, text)))
                            .undo(mark.give(thing, column, null))));
        }
        return all;
    }

    static Sql withThem(Sql whole, Structure thing) {
        List<Sql> all = new ArrayList<>(List.of(whole));
        for (ColumnMark mark : values()) {
            mark.of(thing).forEach((column, text) -> all.add(mark.give(thing, column, text)));
        }
        return Sql.join(";\n", all);
    }

    /** Of columns that are there; with a column that goes its marks go. */
    static List<Draft> change(Structure was, Structure now) {
        List<Draft> drafts = new ArrayList<>();
        for (ColumnMark mark : values()) {
            drafts.addAll(mark.changed(was, now));
        }
        return drafts;
    }

    /** The one that a property of a thing holds. */
    static Optional<ColumnMark> in(String property) {
        return Arrays.stream(values())
                .filter(mark -> mark.property.equals(property))
                .findFirst();
    }

    List<Draft> changed(Structure was, Structure now) {
        Map<String, String> old = of(was);
        Map<String, String> wanted = of(now);
        Set<String> columns = new LinkedHashSet<>(wanted.keySet());
        Set<String> there = columns(now);
        old.keySet().stream().filter(there::contains).forEach(columns::add);
        List<Draft> drafts = new ArrayList<>();
        for (String column : columns) {
            if (!Objects.equals(old.get(column), wanted.get(column))) {
                Draft draft = locked(new Draft(
                        "The " + word + " of column " + column + " of " + Definition.shown(now) + " differs.",
                        give(now, column, wanted.get(column))));
                drafts.add(
                        columns(was).contains(column)
                                ? draft.undo(give(was, column, old.get(column)))
                                : draft.noUndo(StructureStep.NOTHING_TO_UNDO));
            }
        }
        return drafts;
    }

    /** By quoted names. */
    private Map<String, String> of(Structure thing) {
        return pairs(thing.property(property));
    }

    private static Set<String> columns(Structure thing) {
        return pairs(thing.property("columns") + thing.property("attributes")).keySet();
    }

    private static Map<String, String> pairs(String list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String one : Words.list(list)) {
            int end = Words.nameLength(one);
            pairs.put(one.substring(0, end), one.substring(end).strip());
        }
        return pairs;
    }
}
