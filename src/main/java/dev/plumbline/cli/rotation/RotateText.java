package dev.plumbline.cli.rotation;

import dev.plumbline.cli.output.TextTable;
import dev.plumbline.drift.chain.HintFinding;
import dev.plumbline.drift.chain.MigrationChain;
import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.model.Visible;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.operation.rotation.MeasureManaged.Measured;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A ManagedDatabase, its chain, its credentials and the steps of its next turn as text. */
final class RotateText {
    private final RotationPlan plan;
    private final List<String> lines = new ArrayList<>();

    private RotateText(RotationPlan plan) {
        this.plan = plan;
    }

    static List<String> of(RotationReport report) {
        RotateText text = new RotateText(report.plan());
        text.resource();
        text.chain();
        text.retirements();
        text.hints();
        text.steps();
        return text.lines;
    }

    private void add(String line) {
        lines.add(Visible.text(line));
    }

    private void resource() {
        ManagedDatabase database = plan.facts().database();
        add("ManagedDatabase " + plan.target());
        database.problems().forEach(problem -> add("  ! " + problem));
        boolean read = plan.facts()
                .live()
                .value()
                .flatMap(live -> live.current().value())
                .isPresent();
        add("version " + word(plan.current()) + (read ? " in the database" : " by the status alone") + ", desired "
                + database.desiredVersion() + ", status " + word(database.currentVersion()));
        database.errors()
                .forEach(
                        error -> add("  status error: " + error.message() + (error.temporary() ? " (temporary)" : "")));
        if (database.readOnly()) {
            add("  readonly: nothing may be changed in it.");
        }
    }

    private void chain() {
        lines.add("");
        add("chain: " + plan.chain().links().stream().map(RotateText::link).collect(Collectors.joining(" → ")));
        for (DatabaseMigration migration : plan.facts().migrations()) {
            boolean onTheWay = plan.chain().links().stream()
                    .anyMatch(link -> link.version().equals(migration.version()));
            if (onTheWay) {
                migration.problems().forEach(problem -> add("  ! " + migration.version() + ": " + problem));
            }
        }
        plan.chain().notes().forEach(note -> add("  note: " + note));
    }

    private static String link(MigrationChain.Link link) {
        String sign = switch (link.standing()) {
            case DONE -> "○ ";
            case CURRENT -> "● ";
            case PENDING -> "△ ";
            case MISSING -> "✕ ";
        };
        String words = switch (link.standing()) {
            case DONE -> "";
            case CURRENT -> " (current)";
            case PENDING -> link.desired() ? " (desired, pending)" : " (pending)";
            case MISSING -> " (missing)";
        };
        return sign + link.version() + words;
    }

    private void retirements() {
        lines.add("");
        add("credentials that stay: " + (plan.wanted().isEmpty() ? "none" : String.join(", ", plan.wanted())));
        for (Retirement retirement : plan.retirements()) {
            String light = switch (retirement.light()) {
                case FREE -> "○ free     ";
                case IN_USE -> "▲ in use   ";
                case UNKNOWN -> "? unknown  ";
            };
            add(light + retirement.login() + ", Secret " + retirement.secret());
            retirement.inUse().forEach(use -> add("    " + use));
            retirement.unknown().forEach(gap -> add("    cannot be told: " + gap));
        }
    }

    private void hints() {
        boolean enabled = plan.facts().database().hintsEnabled();
        for (HintFinding finding : plan.hints()) {
            String sign = !finding.known() ? "? " : finding.blocks() ? "▲ " : "△ ";
            add(sign + "hint " + finding.number() + " of " + finding.version() + ": " + finding.message()
                    + (finding.blocks() && !enabled
                            ? " (the hints engine is off: it does not stop the migration)"
                            : ""));
        }
    }

    private void steps() {
        lines.add("");
        if (!plan.refusals().isEmpty()) {
            add("▲ Cannot be rotated now:");
            plan.refusals().forEach(refusal -> add("  " + refusal));
        } else if (plan.isEmpty()) {
            add("○ Nothing is to be done.");
        }
        TextTable table = new TextTable("STEP", "ID", "WHAT", "DOES");
        plan.steps()
                .forEach(step -> table.row(
                        String.valueOf(step.loop()),
                        step.id(),
                        step.title() + (step.destructive() ? " (destructive)" : ""),
                        step.text()));
        if (!plan.isEmpty()) {
            lines.addAll(table.lines());
        }
        plan.notes().stream()
                .filter(note -> !plan.chain().notes().contains(note))
                .forEach(note -> add("note: " + note));
    }

    static List<String> ended(RotationPlan plan, RunOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        for (StepOutcome step : outcome.steps()) {
            String word = switch (step.state()) {
                case STANDS -> "○ done    ";
                case FAILED, ROLLED_BACK -> "▲ failed  ";
                case NOT_RUN -> "– not run ";
                case UNKNOWN -> "? unknown ";
            };
            lines.add(word + step.stepId());
        }
        int pending = plan.chain().pending().size();
        lines.add(
                switch (outcome.ending()) {
                    case VERIFIED ->
                        "○ Rotated, and verified by reading again."
                                + (pending > 1
                                        ? " " + (pending - 1)
                                                + " more migrations are pending: rotate again when the application uses the new credentials."
                                        : "");
                    case DONE_NOT_VERIFIED ->
                        "▲ Every step is done, and reading again found differences or was not possible.";
                    case REFUSED -> "Nothing was run.";
                    case ROLLED_BACK, FAILED, CANCELLED, UNKNOWN ->
                        "▲ Stopped: what is done stands. Rotate again to go on from here.";
                });
        if (!outcome.journalId().isEmpty()) {
            lines.add("journal: " + outcome.journalId());
        }
        return lines;
    }

    /** As Prometheus reads it (its text exposition format), what could not be measured as a comment. Nothing of the resource begins a line of its own. */
    static List<String> metrics(List<Measured> measured) {
        List<String> lines = new ArrayList<>();
        for (Measured each : measured) {
            String labels = new TreeMap<>(each.labels())
                    .entrySet().stream().map(RotateText::label).collect(Collectors.joining(","));
            String metric = Visible.text(each.metric());
            if (!each.help().isEmpty()) {
                lines.add("# HELP " + metric + " " + Visible.text(each.help()));
            }
            lines.add("# TYPE " + metric + " " + Visible.text(each.type()));
            lines.add(
                    each.why().isEmpty()
                            ? metric + "{" + labels + "} " + each.value()
                            : "# " + metric + "{" + Visible.text(labels) + "} cannot be measured: "
                                    + Visible.text(each.why()));
        }
        return lines;
    }

    private static String label(Map.Entry<String, String> label) {
        String value =
                label.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return label.getKey() + "=\"" + value + "\"";
    }

    private static String word(String version) {
        return version.isEmpty() ? "none" : version;
    }
}
