package dev.plumbline.ui.schema;

import dev.plumbline.drift.text.StructureText;
import dev.plumbline.drift.velocity.SchemaNames;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.PreviewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines of one table, and two states of it row beside row. */
final class TableLines {
    private TableLines() {}

    static List<StructureText.Line> of(SchemaNames names, StructureSnapshot state) {
        return StructureText.of(things(names, state));
    }

    static Map<StructureName, String> byName(SchemaNames names, StructureSnapshot state) {
        Map<StructureName, String> lines = new TreeMap<>();
        of(names, state).forEach(line -> lines.put(line.name(), line.text()));
        return lines;
    }

    /** {@code steps} are the ids of the steps that speak of a thing. */
    static List<PreviewRow> rows(
            Map<StructureName, String> now, Map<StructureName, String> after, Map<StructureName, Set<String>> steps) {
        Set<StructureName> names = new TreeSet<>(now.keySet());
        names.addAll(after.keySet());
        List<PreviewRow> rows = new ArrayList<>();
        for (StructureName name : names) {
            String before = now.getOrDefault(name, "");
            String then = after.getOrDefault(name, "");
            PreviewRow.Sign sign = before.equals(then)
                    ? PreviewRow.Sign.SAME
                    : before.isEmpty()
                            ? PreviewRow.Sign.ADDED
                            : then.isEmpty() ? PreviewRow.Sign.REMOVED : PreviewRow.Sign.CHANGED;
            rows.add(new PreviewRow(name.toString(), before, then, "", sign, steps.getOrDefault(name, Set.of())));
        }
        return rows;
    }

    private static List<Structure> things(SchemaNames names, StructureSnapshot state) {
        return state.things().stream()
                .filter(thing -> names.schema().equals(thing.name().schema())
                        && (names.table().equals(thing.name().parent())
                                || thing.name().kind() == StructureKind.TABLE
                                        && thing.name()
                                                .name()
                                                .equals(names.table().text())))
                .toList();
    }
}
