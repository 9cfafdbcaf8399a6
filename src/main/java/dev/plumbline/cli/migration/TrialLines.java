package dev.plumbline.cli.migration;

import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Visible;
import dev.plumbline.model.lock.HeldLock;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.operation.migration.MigrationTrial;
import dev.plumbline.operation.migration.TriedMigrations;
import dev.plumbline.plan.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Migrations that were tried on the live server, as lines of text. */
final class TrialLines {
    private static final int LONGEST = 100;
    private final TriedMigrations tried;
    private final List<String> lines = new ArrayList<>();

    private TrialLines(TriedMigrations tried) {
        this.tried = tried;
    }

    static List<String> of(TriedMigrations tried) {
        TrialLines all = new TrialLines(tried);
        all.write();
        return all.lines;
    }

    private void write() {
        if (tried.outcome().ending() == RunOutcome.Ending.REFUSED) {
            lines.add("Nothing was run.");
            return;
        }
        lines.add(MigrationTrial.EVIDENCE + ":");
        tried.outcome().steps().forEach(this::step);
        if (tried.within().isPresent()) {
            add("changes", tried.changes().stream().map(TrialLines::change).toList());
            lines.add(
                    tried.unpredicted().isEmpty()
                            ? "  That is what the scratch server predicted."
                            : "  The scratch server had predicted otherwise: "
                                    + Visible.text(String.join("; ", tried.unpredicted())));
        }
        tried.moved()
                .forEach(moved ->
                        lines.add("  not rolled back, or counted by others meanwhile: " + Visible.text(moved)));
        lines.add(ending());
    }

    /** What stands in the files; this program's own statements when they failed. */
    private void step(RunOutcome.StepOutcome step) {
        Optional<TracedEffect> effect = Optional.ofNullable(tried.effects().get(step.stepId()));
        boolean failed = step.state() == RunOutcome.StepOutcome.State.FAILED;
        if (effect.isEmpty() && !failed) {
            return;
        }
        String text = tried.trial()
                .plan()
                .step(step.stepId())
                .map(each -> each.sql().text())
                .orElse("");
        String first = text.lines().findFirst().orElse("");
        lines.add(String.format(
                Locale.ROOT,
                "  %-20s %6d ms %-3s %s",
                Visible.text(step.stepId()),
                step.took().toMillis(),
                effect.flatMap(TracedEffect::strongest).map(mode -> mode.chip()).orElse("-"),
                Visible.text(first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first)));
        if (failed) {
            lines.add("        FAILS: " + step.sqlState() + " " + Visible.text(step.serverMessage()));
        }
        effect.ifPresent(this::effect);
    }

    private void effect(TracedEffect effect) {
        add(
                "      locks",
                effect.strongestEach().stream()
                        .filter(lock -> !lock.relation().isIndex())
                        .map(HeldLock::shown)
                        .toList());
        add("      rewrites", effect.rewritten().stream().map(Relation::shown).toList());
        add("      scans", effect.scanned().stream().map(Relation::shown).toList());
    }

    private static String change(StructureDifference difference) {
        String sign = switch (difference.change()) {
            case ADDED -> "+ ";
            case REMOVED -> "- ";
            case CHANGED -> "~ ";
        };
        return sign + difference.name().kind().word() + " " + difference.name().shown();
    }

    private void add(String what, List<String> all) {
        if (!all.isEmpty()) {
            lines.add("  " + what + ": " + all.stream().map(Visible::text).collect(Collectors.joining(", ")));
        }
    }

    private String ending() {
        String journal = " Journal: " + tried.outcome().journalId();
        if (tried.isAsBefore()) {
            return "Rolled back. Read again: the database is made of what it was before." + journal;
        }
        return tried.notAsBefore()
                .map(problem -> "Rolled back. Whether the database is what it was is NOT proved: "
                        + Visible.text(problem.message()) + journal)
                .orElse("Nothing was run." + journal);
    }
}
