package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.drift.structure.Presence;
import dev.plumbline.drift.structure.Severity;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TreeItem;

/** The lines that a filter accepts as a tree, made in the background: an item that already hangs in a tree makes that count anew for each child. */
record ShownRows(
        DifferenceFilter filter,
        List<CompareRow> rows,
        TreeItem<CompareLine> root,
        IdentityHashMap<CompareRow, TreeItem<CompareLine>> items,
        String counts) {
    static ShownRows of(ComparePage page, DifferenceFilter filter) {
        List<CompareRow> rows = page.accepted(filter);
        IdentityHashMap<CompareRow, TreeItem<CompareLine>> items = new IdentityHashMap<>();
        TreeItem<CompareLine> root = new TreeItem<>();
        root.getChildren()
                .setAll(groups(
                        rows,
                        line -> line.row().layer().word(),
                        ofLayer -> groups(ofLayer, line -> line.row().kinds(), ofKind -> leaves(ofKind, items))));
        root.setExpanded(true);
        return new ShownRows(filter, rows, root, items, counts(page, rows));
    }

    /** Rows stand in the order of their groups. */
    private static List<TreeItem<CompareLine>> groups(
            List<CompareRow> rows,
            Function<CompareRow, String> group,
            Function<List<CompareRow>, List<TreeItem<CompareLine>>> under) {
        List<TreeItem<CompareLine>> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !group.apply(rows.get(i)).equals(group.apply(rows.get(from)))) {
                TreeItem<CompareLine> item =
                        new TreeItem<>(new CompareLine(group.apply(rows.get(from)), i - from, null));
                item.getChildren().setAll(under.apply(rows.subList(from, i)));
                item.setExpanded(true);
                groups.add(item);
                from = i;
            }
        }
        return groups;
    }

    private static List<TreeItem<CompareLine>> leaves(
            List<CompareRow> rows, IdentityHashMap<CompareRow, TreeItem<CompareLine>> items) {
        List<TreeItem<CompareLine>> leaves = new ArrayList<>();
        for (CompareRow row : rows) {
            TreeItem<CompareLine> leaf = new TreeItem<>(CompareLine.of(row));
            items.put(row, leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static String counts(ComparePage page, List<CompareRow> rows) {
        Map<Presence, Long> presences =
                rows.stream().collect(Collectors.groupingBy(line -> line.row().presence(), Collectors.counting()));
        Map<Severity, Long> severities =
                rows.stream().collect(Collectors.groupingBy(line -> line.row().severity(), Collectors.counting()));
        if (page.rows().isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        words.add(Texts.get(
                "compare.counts",
                Integer.toString(rows.size()),
                Integer.toString(page.rows().size())));
        for (Presence presence : Presence.values()) {
            long count = presences.getOrDefault(presence, 0L);
            if (count > 0) {
                words.add(presence.sign() + " " + count + " "
                        + (presence == Presence.DIFFERS && count != 1 ? "differ" : presence.word()));
            }
        }
        for (Severity severity : Severity.values()) {
            long count = severities.getOrDefault(severity, 0L);
            if (count > 0 && severity != Severity.UNKNOWN) {
                words.add(severity.sign() + " " + count + " " + severity.word());
            }
        }
        long losing = rows.stream().filter(line -> line.row().losesData()).count();
        if (losing > 0) {
            words.add(Texts.get("compare.counts.losing", Long.toString(losing)));
        }
        return String.join(" · ", words);
    }

    List<DifferenceRow> differences() {
        return rows.stream().map(CompareRow::row).toList();
    }
}
