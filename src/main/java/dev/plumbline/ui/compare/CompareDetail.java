package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.Dependents;
import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.Presence;
import dev.plumbline.drift.text.DefinitionPair;
import dev.plumbline.drift.text.TextPair;
import dev.plumbline.model.structure.StructureName;
import java.util.List;

/** What is known of one line: the two definitions, on which of their rows the thing begins, and what depends on it where it is. */
record CompareDetail(CompareRow line, List<TextPair> rows, int place, Dependents.Found dependents) {
    private static final Dependents.Found NOTHING = new Dependents.Found(List.of(), List.of());

    static CompareDetail of(ComparePage page, CompareRow line) {
        DifferenceRow row = line.row();
        if (row.found() == null) {
            return new CompareDetail(line, List.of(), 0, NOTHING);
        }
        StructureName name = row.found().name();
        DefinitionPair.Rows rows = DefinitionPair.of(
                page.left().of(name), page.right().of(name), word -> Layer.of(word) != Layer.STRUCTURE);
        Dependents dependents = row.presence() == Presence.ONLY_RIGHT ? page.needingRight() : page.needingLeft();
        return new CompareDetail(line, rows.rows(), rows.places().getOrDefault(name, 0), dependents.of(name));
    }
}
