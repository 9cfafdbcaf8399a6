package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.GateResult;
import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.NextReason;
import dev.plumbline.drift.gate.ReasonWords;
import dev.plumbline.drift.gate.UpgradePhase;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.operation.GatesReport;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.DotState;
import dev.plumbline.ui.control.StateDot;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is foretold, what is wrong with the spec, and the checks before and after the migration. */
final class GatesMain {
    private GatesMain() {}

    static List<Node> of(GatesReport report) {
        List<Node> parts = new ArrayList<>();
        parts.add(reported(report));
        parts.add(next(report.gates().next()));
        parts.addAll(notices(report));
        parts.addAll(checks(report, Stage.PRE));
        parts.addAll(checks(report, Stage.POST));
        return parts;
    }

    private static Node reported(GatesReport report) {
        String reason = GatesViewModel.reported(report);
        return card(
                Texts.get("gates.reported"),
                UpgradePhase.of(reason),
                reason.isEmpty() ? Texts.get("gates.noReason") : reason,
                ReasonWords.of(reason),
                !reason.isEmpty() && GatesViewModel.isOutdated(report) ? Texts.get("gates.outdated") : "");
    }

    static Node next(NextReason next) {
        if (!next.isKnown()) {
            return card(
                    Texts.get("gates.next"), UpgradePhase.UNKNOWN, Texts.get("gates.next.unknown"), next.message(), "");
        }
        String after = Texts.get(
                next.event().isEmpty() ? "gates.next.looks" : "gates.next.looks.event", next.requeue(), next.event());
        return card(
                Texts.get("gates.next"),
                UpgradePhase.of(next.reason()),
                next.reason(),
                (next.words() + " " + next.message()).strip(),
                after);
    }

    private static Node card(String heading, UpgradePhase phase, String badge, String words, String aside) {
        HBox head =
                new HBox(new StateDot(DotState.of(phase)), Words.of(heading, "heading"), new Badge(badge, tone(phase)));
        head.getStyleClass().add("gate-head");
        VBox card = new VBox(head, Words.of(words, "gate-message"));
        card.getStyleClass().addAll("card", "reason");
        if (!aside.isEmpty()) {
            card.getChildren().add(Words.of(aside, "small", "muted"));
        }
        return card;
    }

    private static Tone tone(UpgradePhase phase) {
        return switch (phase) {
            case DONE -> Tone.OK;
            case BLOCKED, FAILED -> Tone.DANGER;
            case WAITING -> Tone.ACCENT;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }

    private static List<Node> notices(GatesReport report) {
        DbUpgrade upgrade = report.upgrade();
        List<Node> notices = new ArrayList<>();
        upgrade.problems().forEach(problem -> notices.add(Words.of("▲ " + problem, "warning-text")));
        report.refusal()
                .ifPresent(refusal -> notices.add(Words.of(Texts.get("gates.refused", refusal), "warning-text")));
        if (upgrade.isChangedSinceObserved()) {
            notices.add(Words.of(
                    Texts.get("gates.changed", upgrade.generation(), upgrade.observedGeneration()), "warning-text"));
        }
        report.guard().ifPresent(guard -> notices.add(Words.of(Texts.get("gates.guarded", guard), "muted")));
        return notices;
    }

    static List<Node> checks(GatesReport report, Stage stage) {
        List<GateResult> results = report.gates().results().stream()
                .filter(result -> result.stage() == stage)
                .toList();
        List<Node> parts = new ArrayList<>();
        parts.add(Words.of(Texts.get("gates.stage." + stage), "heading", "section"));
        if (results.isEmpty()) {
            parts.add(Words.of(Texts.get("gates.stage." + stage + ".none"), "muted"));
        } else if (stage == Stage.PRE && report.gates().job().isPresent()) {
            parts.add(Words.of(Texts.get("gates.stage.PRE.past"), "muted"));
        }
        if (stage == Stage.POST) {
            parts.addAll(bakeTimes(report.upgrade()));
        }
        results.forEach(result -> parts.add(new GateCard(result, report.gates())));
        return parts;
    }

    /** The longest counts for all of them. */
    private static List<Node> bakeTimes(DbUpgrade upgrade) {
        long longest = upgrade.postMetrics().stream()
                .mapToLong(MetricCheck::bakeSeconds)
                .max()
                .orElse(0);
        return longest == 0 ? List.of() : List.of(Words.of(Texts.get("gates.stage.POST.bake", longest), "muted"));
    }
}
