package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.GateResult;
import dev.plumbline.drift.gate.GateResult.SampleLine;
import dev.plumbline.drift.gate.GateResult.Verdict;
import dev.plumbline.drift.gate.Gates;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.control.PlainTable;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One check: its state, the operator's words for it, the pods or values it stands on, and what the operator does here otherwise. */
final class GateCard extends VBox {
    private static final double ROW = 28;
    private static final double FIRST = 88;
    private static final int ROWS_AT_ONCE = 12;

    GateCard(GateResult result, Gates gates) {
        getStyleClass().addAll("card", "gate", result.verdict().name().toLowerCase(Locale.ROOT));
        Label name = Words.of(result.name(), "heading", "mono");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        boolean waits = gates.isWaiting(result);
        HBox head = new HBox(
                new StateDot(waits ? DotState.WAITING : dot(result.verdict())),
                name,
                new Badge(badge(result, gates), waits ? Tone.ACCENT : tone(result.verdict())));
        head.getStyleClass().add("gate-head");
        getChildren().addAll(head, Words.of(result.message(), "gate-message"));
        result.measured()
                .ifPresent(
                        measured -> getChildren().add(new ThresholdBar(measured, result.verdict() == Verdict.PASSES)));
        if (!result.pods().isEmpty()) {
            getChildren().add(PodLines.of(result.pods()));
        }
        if (!result.samples().isEmpty()) {
            getChildren().add(samples(result.samples()));
        }
        result.notes().forEach(note -> getChildren().add(Words.of("✎ " + note, "small", "warning-text")));
    }

    private static String badge(GateResult result, Gates gates) {
        String verdict = Texts.get("gates.verdict." + result.verdict());
        if (gates.isWaiting(result)) {
            return Texts.get("gates.verdict.waits", verdict);
        }
        return gates.counts(result) ? verdict : Texts.get("gates.verdict.past", verdict);
    }

    private static DotState dot(Verdict verdict) {
        return switch (verdict) {
            case PASSES -> DotState.OK;
            case BLOCKS -> DotState.BLOCKED;
            case FAILS -> DotState.FAILED;
            case UNKNOWN -> DotState.UNKNOWN;
        };
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case PASSES -> Tone.OK;
            case BLOCKS, FAILS -> Tone.DANGER;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }

    private static TableView<List<String>> samples(List<SampleLine> samples) {
        return table(
                List.of("gates.sample.object", "gates.sample.value", "gates.sample.at"),
                List.of(300.0, 120.0, 200.0),
                samples.stream()
                        .map(sample -> List.of(sample.object(), sample.value(), sample.measuredAt()))
                        .toList());
    }

    static TableView<List<String>> table(List<String> heads, List<Double> widths, List<List<String>> rows) {
        TableView<List<String>> table =
                PlainTable.of(heads.stream().map(Texts::get).toList(), widths, rows);
        fit(table, ROW);
        table.getColumns().get(0).setMinWidth(FIRST);
        table.setAccessibleText(heads.stream().map(Texts::get).toList().toString());
        return table;
    }

    /** As high as its rows, and no higher than some of them. */
    static void fit(TableView<?> table, double row) {
        PlainTable.fit(table, row);
        int more = table.getItems().size() - ROWS_AT_ONCE;
        if (more > 0) {
            double height = table.getPrefHeight() - row * more;
            table.setMinHeight(height);
            table.setPrefHeight(height);
            table.setMaxHeight(height);
        }
    }
}
