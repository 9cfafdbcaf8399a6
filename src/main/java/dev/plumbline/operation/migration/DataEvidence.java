package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.execute.DataCounts;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.Evidence;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.structure.DataCheck;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of the database that migrations would fail on, counted read-only. What is counted are the questions that a plan from the structure before to the structure after asks, so that they are the
 * same for a migration as for a repair.
 */
final class DataEvidence {
    private static final String NOT_NULL = "not null";
    private final DataCounts counts;
    private final MigrationTrace trace;
    private final List<LintFinding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private DataEvidence(DataCounts counts, MigrationTrace trace) {
        this.counts = counts;
        this.trace = trace;
    }

    /** @param notes sentences about what could not be counted */
    record Counted(List<LintFinding> findings, List<String> notes) {}

    static Counted of(MigrationTrace trace, ServerPools pools, ConnectionTarget target, CancelToken cancel) {
        DataEvidence evidence = new DataEvidence(new DataCounts(pools, target), trace);
        StructurePlanner.plan(trace.before(), trace.after(), StructureOptions.standard()).steps().stream()
                .filter(step -> step.check() != null)
                .forEach(step -> evidence.count(step, cancel));
        return new Counted(evidence.findings, evidence.notes);
    }

    private void count(StructureStep step, CancelToken cancel) {
        DataCheck check = step.check();
        Optional<Cause> cause = cause(step.about());
        if (check == null || cause.isEmpty()) {
            return;
        }
        MigrationStatement statement = cause.get().statement();
        if (isMadeBefore(cause.get().difference())) {
            notes.add("Whether every row has a value for " + step.about().shown() + " when " + statement.place()
                    + " runs was not counted: an earlier statement makes it, and what stands between may fill it.");
            return;
        }
        DataCounts.Count count = counts.count(check.what(), check.sql(), cancel);
        String name = step.about().kind().word() + " " + step.about().shown();
        if (!count.unknown().isEmpty()) {
            notes.add("Rows that " + statement.place() + " could fail on were not counted (" + name + "): "
                    + (isNotThereYet(count.unknown())
                            ? "an earlier statement of this run makes what they are counted by."
                            : count.unknown()));
        } else if (count.rows() > 0) {
            RuleCode code = code(step, cause.get().difference());
            findings.add(new LintFinding(
                    code,
                    code.severity(),
                    Evidence.DATA,
                    statement,
                    new Found(
                            step.about().shown(),
                            "Counted now, " + check.what() + " for " + name + ": " + count.rows()
                                    + ". The statement fails on them.",
                            "Correct these rows first, in a migration of its own.")));
        }
    }

    /** What is counted by is not there now although the statement found it on the scratch server. */
    private static boolean isNotThereYet(String unknown) {
        return unknown.contains("(42703)") || unknown.contains("(42P01)");
    }

    /** A column that an earlier statement of the same run makes has no rows yet that could be counted. */
    private boolean isMadeBefore(StructureDifference difference) {
        return difference.name().kind() == StructureKind.COLUMN
                && difference.change() == StructureDifference.Change.CHANGED
                && trace.before().things().stream()
                        .noneMatch(thing -> thing.name().equals(difference.name()));
    }

    private static RuleCode code(StructureStep step, StructureDifference difference) {
        return switch (difference.name().kind()) {
            case INDEX -> RuleCode.PL911;
            case COLUMN -> ofColumn(difference);
            case CONSTRAINT ->
                step.sql().text().contains("UNIQUE") || step.sql().text().contains("PRIMARY KEY")
                        ? RuleCode.PL911
                        : RuleCode.PL914;
            default -> RuleCode.PL915;
        };
    }

    private static RuleCode ofColumn(StructureDifference column) {
        if (column.change() == StructureDifference.Change.ADDED) {
            return RuleCode.PL913;
        }
        boolean filled = column.properties().stream()
                .anyMatch(property -> property.word().equals(NOT_NULL));
        return filled ? RuleCode.PL912 : RuleCode.PL915;
    }

    private record Cause(MigrationStatement statement, StructureDifference difference) {}

    /** The last statement that changed it; a constraint and its index are one. */
    private Optional<Cause> cause(StructureName about) {
        return trace.files().stream()
                .flatMap(file -> file.statements().stream())
                .flatMap(traced -> traced.changes().stream()
                        .flatMap(changes -> changes.differences().stream())
                        .filter(difference -> isMeant(difference.name(), about))
                        .map(difference -> new Cause(traced.statement(), difference)))
                .reduce((earlier, later) -> later);
    }

    private static boolean isMeant(StructureName changed, StructureName about) {
        boolean oneOfBoth = changed.kind() == StructureKind.CONSTRAINT && about.kind() == StructureKind.INDEX
                || changed.kind() == StructureKind.INDEX && about.kind() == StructureKind.CONSTRAINT;
        return changed.equals(about) || oneOfBoth && changed.name().equals(about.name());
    }
}
