package dev.plumbline.operation.rotation;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunBegun;
import dev.plumbline.store.RunBegun.PlannedStatement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rotation writes into the journal, before it acts and after; no password is in any of it. What must be known before acting throws when it cannot be written; what tells of something
 * done is otherwise remembered as a problem.
 */
final class RotationLog {
    private final Journal journal;
    private final String runId;
    private @Nullable Problem unwritten;

    private RotationLog(Journal journal, String runId) {
        this.journal = journal;
        this.runId = runId;
    }

    String runId() {
        return runId;
    }

    /** The first thing that was done and could not be written. */
    Optional<Problem> unwritten() {
        return Optional.ofNullable(unwritten);
    }

    static RotationLog begin(Journal journal, RotationPlan plan, Approval approval) {
        return new RotationLog(
                journal,
                journal.begin(new RunBegun(
                        approval.by(),
                        plan.target(),
                        plan.facts().database().ref(),
                        plan.facts().cluster(),
                        plan.facts().live().value().orElseThrow().server(),
                        plan.digest(),
                        approval.mode().shown()
                                + (approval.allowedDestructive().isEmpty()
                                        ? ""
                                        : "; destructive steps allowed: "
                                                + String.join(", ", approval.allowedDestructive())),
                        ProcessHandle.current().pid(),
                        plan.steps().stream()
                                .map(step -> new PlannedStatement(step.id(), step.text(), false))
                                .toList())));
    }

    void begun(RotationStep step) {
        journal.append(runId, EntryKind.STATEMENT_BEGUN, Map.of("step", step.id()));
    }

    void ended(StepOutcome outcome) {
        tell(
                EntryKind.STATEMENT_ENDED,
                Map.of(
                        "step", outcome.stepId(),
                        "sqlstate", outcome.sqlState(),
                        "message", outcome.serverMessage(),
                        "ms", outcome.took().toMillis()));
    }

    void verified(boolean nothingLeft, String left) {
        tell(EntryKind.VERIFIED, Map.of("nothingLeft", nothingLeft, "left", left));
    }

    void ended(RunOutcome.Ending ending, Optional<Problem> problem) {
        tell(
                EntryKind.RUN_ENDED,
                Map.of(
                        "outcome", ending.name(),
                        "problem", problem.map(Problem::message).orElse(""),
                        "code", problem.map(Problem::code).orElse("")));
    }

    private void tell(EntryKind kind, Map<String, ?> fields) {
        try {
            journal.append(runId, kind, fields);
        } catch (ProblemException failure) {
            if (unwritten == null) {
                unwritten = failure.problem();
            }
        }
    }
}
