package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.ChangeGuard;
import dev.plumbline.model.Condition;
import dev.plumbline.model.upgrade.UpgradeJob;
import dev.plumbline.operation.GatesReport;
import dev.plumbline.operation.UpgradeTimeline.Moment;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.control.Facts;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands beside the checks: the conditions, Progressing first, the Job, what happened when, and the operator's ways. */
final class GatesSide {
    private static final List<String> FIRST = List.of("Ready", "Progressing");

    private GatesSide() {}

    static List<Node> of(GatesReport report) {
        List<Node> parts = new ArrayList<>();
        parts.add(Words.of(Texts.get("gates.conditions"), "heading"));
        List<Condition> conditions = new ArrayList<>(report.upgrade().conditions());
        conditions.sort(Comparator.comparing(condition -> -FIRST.indexOf(condition.type())));
        if (conditions.isEmpty()) {
            parts.add(Words.of(Texts.get("gates.conditions.none"), "muted"));
        }
        conditions.forEach(condition -> parts.add(condition(condition)));
        parts.add(Words.of(Texts.get("gates.job"), "heading", "section"));
        parts.add(job(report));
        parts.add(Words.of(Texts.get("gates.timeline"), "heading", "section"));
        List<Moment> newestFirst = new ArrayList<>(report.timeline());
        java.util.Collections.reverse(newestFirst);
        if (newestFirst.isEmpty()) {
            parts.add(Words.of(Texts.get("gates.timeline.none"), "muted"));
        }
        newestFirst.forEach(moment -> parts.add(moment(moment)));
        if (!report.eventsGap().isEmpty()) {
            parts.add(Words.of(Texts.get("gates.events.unknown", report.eventsGap()), "warning-text"));
        }
        parts.add(Words.of(Texts.get("gates.operator"), "heading", "section"));
        ChangeGuard.notes().forEach(note -> parts.add(Words.of("✎ " + note, "small")));
        return parts;
    }

    private static Node condition(Condition condition) {
        VBox card = new VBox(
                Words.of(condition.type() + "=" + condition.status(), "mono"),
                Words.of(condition.reason().isEmpty() ? Texts.get("gates.noReason") : condition.reason(), "heading"));
        card.getStyleClass().addAll("card", "plain");
        if (!condition.message().isEmpty()) {
            card.getChildren().add(Words.of(condition.message()));
        }
        if (!condition.lastTransitionTime().isEmpty()) {
            card.getChildren()
                    .add(Words.of(Texts.get("gates.since", condition.lastTransitionTime()), "small", "muted"));
        }
        return card;
    }

    private static Node job(GatesReport report) {
        if (report.facts().jobs().value().isEmpty()) {
            return Words.of(Texts.get("gates.job.unknown", report.facts().jobs().gap()), "warning-text");
        }
        if (report.gates().job().isEmpty()) {
            return Words.of(Texts.get("gates.job.none"), "muted");
        }
        UpgradeJob job = report.gates().job().get();
        HBox head = new HBox(new StateDot(dot(job.state())), Words.of(Texts.get("gates.job." + job.state())));
        head.getStyleClass().add("gate-head");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.get("gates.job.name"), job.name());
        facts.put(Texts.get("gates.job.made"), job.created());
        facts.put(Texts.get("gates.job.started"), job.started());
        facts.put(Texts.get("gates.job.completed"), job.completed());
        facts.put(Texts.get("gates.job.failure"), job.failure());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("gate-facts");
        Facts.show(grid, facts);
        VBox card = new VBox(head, grid);
        card.getStyleClass().addAll("card", "plain");
        return card;
    }

    private static DotState dot(UpgradeJob.State state) {
        return switch (state) {
            case PENDING, ACTIVE -> DotState.WAITING;
            case SUCCEEDED -> DotState.OK;
            case FAILED -> DotState.FAILED;
        };
    }

    private static Node moment(Moment moment) {
        VBox line = new VBox(
                Words.of((moment.at() + " · " + moment.source()).replaceFirst("^ · ", ""), "small", "muted"),
                Words.of(moment.what(), "mono"));
        if (!moment.detail().isEmpty()) {
            line.getChildren().add(Words.of(moment.detail()));
        }
        line.getStyleClass().addAll("moment", moment.source());
        return line;
    }
}
