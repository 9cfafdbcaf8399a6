package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Comments on the columns of views and the attributes of composite types, which are no things of their own. */
final class ColumnComments {
    static final String WORD = "column comments";

    private ColumnComments() {}

    static List<Draft> withThem(List<Draft> making, Structure thing) {
        List<Draft> all = new ArrayList<>(making);
        of(thing)
                .forEach((column, text) -> all.add(new Draft(
                                "Column " + column + " of " + Definition.shown(thing) + " has a comment.",
                                comment(thing, column, text))
                        .undo(comment(thing, column, "NULL"))));
        return all;
    }

    static Sql withThem(Sql whole, Structure thing) {
        List<Sql> all = new ArrayList<>(List.of(whole));
        of(thing).forEach((column, text) -> all.add(comment(thing, column, text)));
        return Sql.join(";\n", all);
    }

    /** Of columns that are there; with a column that goes its comment goes. */
    static List<Draft> change(Structure was, Structure now) {
        Map<String, String> old = of(was);
        Map<String, String> wanted = of(now);
        Set<String> columns = new LinkedHashSet<>(wanted.keySet());
        Set<String> there = columns(now);
        old.keySet().stream().filter(there::contains).forEach(columns::add);
        List<Draft> drafts = new ArrayList<>();
        for (String column : columns) {
            if (!Objects.equals(old.get(column), wanted.get(column))) {
                Draft draft = new Draft(
                        "The comment on column " + column + " of " + Definition.shown(now) + " differs.",
                        comment(now, column, wanted.getOrDefault(column, "NULL")));
                drafts.add(
                        columns(was).contains(column)
                                ? draft.undo(comment(was, column, old.getOrDefault(column, "NULL")))
                                : draft.noUndo(StructureStep.NOTHING_TO_UNDO));
            }
        }
        return drafts;
    }

    /** Literals by quoted names. */
    private static Map<String, String> of(Structure thing) {
        return pairs(thing.property(WORD));
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

    private static Sql comment(Structure thing, String column, String literal) {
        return Sql.of(
                "COMMENT ON COLUMN %s.%s IS %s",
                Words.qualified(thing.name()), Words.server(column), Words.server(literal));
    }
}
