package dev.plumbline.cli.gates;

import dev.plumbline.cli.output.TextTable;
import dev.plumbline.drift.gate.BakeTime;
import dev.plumbline.drift.gate.ChangeGuard;
import dev.plumbline.drift.gate.GateResult;
import dev.plumbline.drift.gate.GateResult.Stage;
import dev.plumbline.drift.gate.NextReason;
import dev.plumbline.drift.gate.ReasonWords;
import dev.plumbline.model.Condition;
import dev.plumbline.model.Visible;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.operation.GatesReport;
import dev.plumbline.operation.UpgradeTimeline.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A DBUpgrade and its checks as text: what it says of itself first, then what is computed. */
final class GatesText {
    private final GatesReport report;
    private final List<String> lines = new ArrayList<>();

    private GatesText(GatesReport report) {
        this.report = report;
    }

    static List<String> of(GatesReport report) {
        return new GatesText(report).all();
    }

    /** Only what holds the migration back, or would. */
    static List<String> beforeTheMigration(GatesReport report) {
        GatesText text = new GatesText(report);
        text.next();
        text.checks("Checks before the migration", Stage.PRE);
        return text.lines;
    }

    private List<String> all() {
        status();
        next();
        checks("Checks before the migration", Stage.PRE);
        checks("Checks after the migration", Stage.POST);
        notes();
        timeline();
        return lines;
    }

    private void add(String line) {
        lines.add(Visible.text(line));
    }

    private void status() {
        DbUpgrade upgrade = report.upgrade();
        add("DBUpgrade " + upgrade.ref().shown() + "  image " + upgrade.image() + "  dir " + upgrade.dir());
        Seen<String> digest = report.imageDigest();
        add("  image now: " + digest.value().orElseGet(() -> "? " + digest.gap()));
        upgrade.problems().forEach(problem -> add("  ! " + problem));
        String reason = upgrade.condition("Progressing").map(Condition::reason).orElse("");
        add("reported: " + (reason.isEmpty() ? "nothing" : reason) + "  " + ReasonWords.of(reason));
        for (String type : List.of("Progressing", "Ready")) {
            upgrade.condition(type)
                    .ifPresent(condition -> add("  " + type + "=" + condition.status() + " " + condition.reason()
                            + (condition.message().isEmpty() ? "" : ": " + condition.message())));
        }
        if (upgrade.isChangedSinceObserved()) {
            add("  ! generation " + upgrade.generation() + ", the operator has looked at "
                    + upgrade.observedGeneration() + ".");
        }
        report.gates()
                .job()
                .ifPresentOrElse(
                        job -> add("job: " + job.name() + " "
                                + job.state().name().toLowerCase(Locale.ROOT)
                                + (job.failure().isEmpty() ? "" : " (" + job.failure() + ")")),
                        () -> add("job: "
                                + (report.facts().jobs().value().isPresent()
                                        ? "none"
                                        : "unknown: " + report.facts().jobs().gap())));
    }

    private void next() {
        NextReason next = report.gates().next();
        lines.add("");
        if (!next.isKnown()) {
            add("computed now: ? cannot be told. " + next.message());
            return;
        }
        add("computed now: " + (report.gates().isBlocked() ? "▲ " : "○ ") + next.reason() + "  " + next.words());
        if (!next.message().isEmpty()) {
            add("  " + next.message());
        }
        add("  Progressing=" + (next.progressing() ? "True" : "False") + ", Ready reason " + next.ready()
                + "; looks again: " + next.requeue()
                + (next.event().isEmpty() ? "" : "; event " + next.event()));
        report.gates()
                .bake()
                .filter(BakeTime::isWaiting)
                .ifPresent(bake -> add("  " + bake.remaining() + " s of the bake time remain."));
    }

    private void checks(String title, Stage stage) {
        List<GateResult> results = report.gates().results().stream()
                .filter(result -> result.stage() == stage)
                .toList();
        if (results.isEmpty()) {
            return;
        }
        lines.add("");
        add(title
                + (stage == Stage.PRE && report.gates().job().isPresent()
                        ? " (they count only until there is a Job)"
                        : ""));
        for (GateResult result : results) {
            add("  " + sign(result) + " " + result.name());
            add("      " + result.message());
            pods(result);
            result.samples()
                    .forEach(sample ->
                            add("      " + sample.object() + "  " + sample.value() + "  " + sample.measuredAt()));
            result.notes().forEach(note -> add("      note: " + note));
        }
    }

    private void pods(GateResult result) {
        if (result.pods().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("", "POD", "PHASE", "CONTAINER", "TAG", "WHY");
        result.pods()
                .forEach(pod -> table.row(
                        switch (pod.standing()) {
                            case MEETS -> "○";
                            case BLOCKS -> "▲";
                            case SKIPPED -> "–";
                        },
                        pod.pod(),
                        pod.phase(),
                        pod.container(),
                        pod.tag(),
                        pod.why()));
        table.lines().forEach(line -> lines.add("      " + line));
    }

    private static String sign(GateResult result) {
        return switch (result.verdict()) {
            case PASSES -> "○ passes ";
            case BLOCKS -> "▲ blocks ";
            case FAILS -> "▲ fails  ";
            case UNKNOWN -> "? unknown";
        };
    }

    private void notes() {
        lines.add("");
        report.refusal().ifPresent(refusal -> add("The operator's webhook would refuse this spec: " + refusal));
        report.guard().ifPresent(guard -> add("A change of the spec would be refused: " + guard));
        ChangeGuard.notes().forEach(note -> add("note: " + note));
    }

    private void timeline() {
        if (report.timeline().isEmpty() && report.eventsGap().isEmpty()) {
            return;
        }
        lines.add("");
        TextTable table = new TextTable("AT", "SOURCE", "WHAT", "DETAIL");
        for (Moment moment : report.timeline()) {
            table.row(moment.at(), moment.source(), moment.what(), moment.detail());
        }
        lines.addAll(table.lines());
        if (!report.eventsGap().isEmpty()) {
            add("Events are unknown, not absent: " + report.eventsGap());
        }
    }
}
