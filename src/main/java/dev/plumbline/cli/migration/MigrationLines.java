package dev.plumbline.cli.migration;

import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.migration.lint.Severity;
import dev.plumbline.migration.lint.report.LintText;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.Visible;
import dev.plumbline.model.lock.HeldLock;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.operation.migration.MigrationTrace;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.TracedStatement;
import dev.plumbline.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A plan of migrations as lines of text. */
final class MigrationLines {
    private static final int LONGEST = 100;
    private static final int SHOWN = 6;
    private final List<String> lines = new ArrayList<>();

    private MigrationLines() {}

    static List<String> of(PlannedMigrations planned) {
        MigrationLines all = new MigrationLines();
        planned.trace().files().forEach(file -> all.file(planned, file));
        if (planned.trace().files().isEmpty()) {
            all.lines.add(planned.choice().undo().isPresent() ? "Nothing would be undone." : "Nothing is pending.");
        } else {
            all.lines.add("linter: " + LintText.counts(planned.lint()));
        }
        for (Plan.Refusal refusal : planned.plan().refusals()) {
            all.lines.add("REFUSED " + refusal.checkCode() + " " + refusal.what() + ": " + refusal.why());
        }
        return all.lines;
    }

    private void file(PlannedMigrations planned, MigrationTrace.File file) {
        lines.add(file.text().file().name() + " ("
                + (switch (file.mode()) {
                    case FILE ->
                        isWhole(file)
                                ? "one transaction"
                                : "one transaction, and behind it what works CONCURRENTLY or stands behind COMMIT by itself";
                    case ALL -> "one transaction with the others";
                    case NONE -> "no transaction: every statement stands by itself";
                })
                + ")");
        file.statements().forEach(statement -> statement(planned, statement));
        lines.add("");
    }

    private static boolean isWhole(MigrationTrace.File file) {
        return file.text().statements().stream().noneMatch(each -> file.text().isAlone(each, file.mode()));
    }

    private void statement(PlannedMigrations planned, TracedStatement traced) {
        String chip = traced.effect()
                .map(effect -> effect.strongest().map(mode -> mode.chip()).orElse("-"))
                .orElse("?");
        String first = traced.statement().text().lines().findFirst().orElse("");
        lines.add(String.format(
                java.util.Locale.ROOT,
                "  %3d %-3s %s",
                traced.statement().number(),
                chip,
                Visible.text(first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first)));
        switch (traced.state()) {
            case FAILED -> lines.add("        FAILS on the scratch server: " + Visible.text(traced.said()));
            case NOT_RUN -> lines.add("        not traced: " + Visible.text(traced.said()));
            case RAN, RAN_ALONE -> said(traced);
        }
        traced.effect().ifPresent(this::effect);
        traced.changes().ifPresent(changes -> changes(changes.differences()));
        planned.lint().findings().stream()
                .filter(finding -> finding.statement().equals(traced.statement()))
                .filter(finding -> finding.severity() != Severity.ADVICE)
                .forEach(finding -> lines.add("        " + finding.severity().word() + " " + finding.code() + " ("
                        + finding.evidence().word() + "): "
                        + Visible.text(finding.found().message()) + " "
                        + Visible.text(finding.found().advice())));
    }

    private void said(TracedStatement traced) {
        if (!traced.said().isEmpty()) {
            lines.add("        traced: " + Visible.text(traced.said()));
        }
    }

    private void effect(TracedEffect effect) {
        List<HeldLock> locks = effect.strongestEach().stream()
                .filter(lock -> !lock.relation().isIndex())
                .toList();
        add(
                "locks until the transaction ends",
                locks.stream().map(HeldLock::shown).toList());
        add("rewrites", shown(effect.rewritten()));
        add("scans", shown(effect.scanned()));
    }

    private void changes(List<StructureDifference> differences) {
        add(
                "changes",
                differences.stream()
                        .map(difference -> switch (difference.change()) {
                                    case ADDED -> "+ ";
                                    case REMOVED -> "- ";
                                    case CHANGED -> "~ ";
                                }
                                + difference.name().kind().word() + " "
                                + difference.name().shown())
                        .toList());
    }

    private static List<String> shown(Collection<Relation> relations) {
        return relations.stream().map(Relation::shown).toList();
    }

    private void add(String what, List<String> all) {
        if (!all.isEmpty()) {
            String more = all.size() > SHOWN ? ", and " + (all.size() - SHOWN) + " more" : "";
            lines.add("        " + what + ": " + all.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more);
        }
    }
}
