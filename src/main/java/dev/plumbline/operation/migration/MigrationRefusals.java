package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.FileState.State;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Why migrations do not run, each with what to do about it. */
final class MigrationRefusals {
    private static final Set<RuleCode> NOT_FOR_SERVERS = Set.of(RuleCode.PL102, RuleCode.PL103);
    private final List<Plan.Refusal> refusals = new ArrayList<>();

    private MigrationRefusals() {}

    static List<Plan.Refusal> of(
            MigrationChoice choice,
            MigrationState state,
            Revisions revisions,
            boolean begun,
            StructureSnapshot live,
            MigrationTrace trace,
            LintReport lint,
            List<MigrationStatement> transactions) {
        MigrationRefusals all = new MigrationRefusals();
        if (choice.undo().isEmpty()) {
            all.files(state, choice);
        }
        boolean begins = !begun
                && choice.undo().isEmpty()
                && revisions.rows().isEmpty()
                && !state.pending(choice.order()).isEmpty();
        if (begins && !choice.allowDirty() && isDirty(live, revisions)) {
            all.add(
                    "MIG-420",
                    "the database",
                    "it is not empty and nothing tells that a migration was ever run there. Allow that (--allow-dirty, in the window under Options), or say with a baseline what it already has.");
        }
        trace.failure()
                .ifPresent(failed -> all.add(
                        "MIG-422",
                        failed.statement().place(),
                        "it fails on a scratch server of the same structure: " + failed.said()));
        transactions.forEach(statement -> all.add(
                "MIG-426",
                statement.place(),
                "it opens or ends a transaction, which the mode of the file does. Take it out."));
        lint.findings().stream()
                .filter(finding -> NOT_FOR_SERVERS.contains(finding.code()))
                .forEach(finding -> all.add(
                        finding.code().name(),
                        finding.statement().place(),
                        finding.found().message()));
        return all.refusals;
    }

    private void files(MigrationState state, MigrationChoice choice) {
        for (FileState file : state.in(State.EDITED)) {
            add("MIG-423", file.name(), "it was edited since it was applied. Put it back, and write a new migration.");
        }
        if (state.in(State.EDITED).isEmpty()) {
            state.in(State.UNSURE).stream().findFirst().ifPresent(file -> add("MIG-423", file.name(), UndoSet.UNSURE));
        }
        for (FileState file : choice.resume() ? List.<FileState>of() : state.in(State.PARTIAL)) {
            add(
                    "MIG-424",
                    file.name(),
                    "an earlier run stopped in it after "
                            + file.revision()
                                    .map(row -> row.applied() + " of " + row.total())
                                    .orElse("some")
                            + " statements. \"migration resume\" goes on with it.");
        }
        for (FileState file : state.in(State.HALF_UNDONE)) {
            add("MIG-424", file.name(), "an undo stopped in it. \"migration undo\" goes on with it.");
        }
        if (choice.order() == ExecutionOrder.LINEAR) {
            for (FileState file : state.in(State.OUT_OF_ORDER)) {
                add(
                        "MIG-425",
                        file.name(),
                        "it is older than what was applied last. Give it a newer version, or choose another order of execution.");
            }
        }
    }

    private static boolean isDirty(StructureSnapshot live, Revisions revisions) {
        return live.things().stream()
                .anyMatch(thing -> !thing.ofExtension()
                        && (thing.name().kind() == StructureKind.TABLE
                                || thing.name().kind() == StructureKind.VIEW)
                        && !PredictedStructure.isOfRecords(thing.name(), revisions));
    }

    private void add(String code, String what, String why) {
        refusals.add(new Plan.Refusal(code, what, why, "", false));
    }
}
