package dev.plumbline.ui.overview;

import dev.plumbline.drift.TruthRow;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.control.PlainTable;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** The truth triangle and the conditions, field by field, under the cards. */
final class Details {
    private Details() {}

    static List<Node> of(OwnershipReport report) {
        List<Node> parts = new ArrayList<>();
        if (!report.truth().isEmpty()) {
            parts.add(heading("overview.truth"));
            parts.add(truth(report));
        }
        if (!report.resource().conditions().isEmpty()) {
            parts.add(heading("overview.conditions"));
            parts.add(conditions(report));
        }
        return parts;
    }

    private static TableView<List<String>> truth(OwnershipReport report) {
        TableView<List<String>> table = PlainTable.of(
                heads(
                        "overview.field",
                        "overview.spec",
                        "overview.status",
                        "overview.catalog",
                        "overview.verdict",
                        "overview.why"),
                List.of(130.0, 150.0, 140.0, 170.0, 110.0, 380.0),
                report.truth().stream()
                        .map(row -> List.of(
                                row.field(),
                                row.spec(),
                                row.status(),
                                row.catalog(),
                                sign(row.verdict()) + row.verdict().shown(),
                                row.explanation()))
                        .toList());
        table.setAccessibleText(Texts.get("overview.truth"));
        return table;
    }

    private static String sign(TruthRow.Verdict verdict) {
        return switch (verdict) {
            case AGREE -> "✓ ";
            case UNKNOWN -> "? ";
            case STATUS_LIES, STATUS_STALE, SPEC_WRONG, CATALOG_WRONG -> "▲ ";
        };
    }

    private static TableView<List<String>> conditions(OwnershipReport report) {
        TableView<List<String>> table = PlainTable.of(
                heads("overview.condition", "overview.state", "overview.reason", "overview.message", "overview.since"),
                List.of(120.0, 70.0, 140.0, 380.0, 180.0),
                report.resource().conditions().stream()
                        .map(condition -> List.of(
                                condition.type(),
                                condition.status(),
                                condition.reason(),
                                condition.message(),
                                condition.lastTransitionTime()))
                        .toList());
        table.setAccessibleText(Texts.get("overview.conditions"));
        return table;
    }

    private static List<String> heads(String... keys) {
        return java.util.Arrays.stream(keys).map(key -> Texts.get(key)).toList();
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("heading");
        return label;
    }
}
