package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.Dependents;
import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.text.Definitions;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.IgnoreDifferences.Judged;
import dev.plumbline.operation.StructurePair;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** All of one comparison, made in the background: its lines with what is ignored of them, and where definitions and dependents are found. */
record ComparePage(
        StructurePair pair,
        List<CompareRow> rows,
        List<String> notes,
        Definitions left,
        Definitions right,
        Dependents needingLeft,
        Dependents needingRight) {
    /** @param judgements what could not be told of what is ignored; empty when all could */
    static ComparePage of(StructurePair pair, Judged judged, String judgements) {
        List<String> notes = new ArrayList<>(pair.notes());
        if (!judgements.isEmpty()) {
            notes.add(0, judgements);
        }
        StructureSnapshot left = pair.renamedLeft();
        return new ComparePage(
                pair,
                rows(pair.rows(), judged),
                List.copyOf(notes),
                new Definitions(left),
                new Definitions(pair.comparedRight()),
                Dependents.of(left),
                Dependents.of(pair.right()));
    }

    /** The same reading, judged anew. */
    ComparePage with(Judged judged) {
        List<DifferenceRow> same = rows.stream().map(CompareRow::row).toList();
        return new ComparePage(pair, rows(same, judged), pair.notes(), left, right, needingLeft, needingRight);
    }

    private static List<CompareRow> rows(List<DifferenceRow> rows, Judged judged) {
        return rows.stream()
                .map(row -> new CompareRow(row, judged.of(row).orElse(null)))
                .toList();
    }

    List<CompareRow> accepted(DifferenceFilter filter) {
        return rows.stream()
                .filter(line -> filter.accepts(line.row(), line.ignored() != null))
                .toList();
    }

    long ignored() {
        return rows.stream().filter(line -> line.ignored() != null).count();
    }

    /** How many differ and are not ignored. */
    long differing() {
        return rows.stream()
                .filter(line -> line.row().found() != null && line.ignored() == null)
                .count();
    }

    long notCompared() {
        return rows.stream().filter(line -> line.row().found() == null).count();
    }

    List<RenameOffer> renamed() {
        return pair.comparison().renamed();
    }

    List<RenameOffer> offered() {
        return pair.comparison().renames();
    }

    /** The kinds there are lines of, in the plural. */
    List<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        rows.forEach(line -> kinds.add(line.row().kinds()));
        return List.copyOf(kinds);
    }
}
