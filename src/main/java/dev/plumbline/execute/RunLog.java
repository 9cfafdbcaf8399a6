package dev.plumbline.execute;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Bracket;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunBegun;
import dev.plumbline.store.RunBegun.PlannedStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run writes into the journal. What must be known before acting throws when it cannot be written, and the run stops there; what
 * tells of something done is written if it can be, and otherwise remembered as a problem: the server still knows the truth by the
 * transaction's id.
 */
final class RunLog {
    private final Journal journal;
    private final String runId;
    private @Nullable Problem unwritten;

    private RunLog(Journal journal, String runId) {
        this.journal = journal;
        this.runId = runId;
    }

    static RunLog begin(Journal journal, Plan plan, Approval approval, List<Bracket> brackets) {
        List<PlannedStatement> statements = brackets.stream()
                .flatMap(bracket -> bracket.steps().stream()
                        .map(step -> new PlannedStatement(step.id(), step.sql().text(), bracket.transaction())))
                .toList();
        return new RunLog(
                journal,
                journal.begin(new RunBegun(
                        approval.by(),
                        plan.target().shown(),
                        plan.target().resource(),
                        plan.target().cluster(),
                        plan.target().server(),
                        plan.digest(),
                        inWords(approval),
                        ProcessHandle.current().pid(),
                        statements)));
    }

    String runId() {
        return runId;
    }

    /** The first thing that was done and could not be written. */
    Optional<Problem> unwritten() {
        return Optional.ofNullable(unwritten);
    }

    void lockTaken(Map<String, String> session) {
        journal.append(runId, EntryKind.LOCK_TAKEN, session);
    }

    void stateConfirmed(int lines) {
        journal.append(runId, EntryKind.STATE_CONFIRMED, Map.of("lines", lines));
    }

    void statementBegun(Step step) {
        journal.append(runId, EntryKind.STATEMENT_BEGUN, Map.of("step", step.id()));
    }

    void commitBegun(String transactionId) {
        journal.append(runId, EntryKind.COMMIT_BEGUN, Map.of("transaction", transactionId));
    }

    void statementEnded(StepOutcome outcome) {
        tell(
                EntryKind.STATEMENT_ENDED,
                Map.of(
                        "step", outcome.stepId(),
                        "sqlstate", outcome.sqlState(),
                        "message", outcome.serverMessage(),
                        "ms", outcome.took().toMillis()));
    }

    void committed(String how) {
        tell(EntryKind.COMMITTED, Map.of("how", how));
    }

    void rolledBack(String why) {
        tell(EntryKind.ROLLED_BACK, Map.of("why", why));
    }

    void verified(boolean nothingLeft, List<String> left) {
        tell(EntryKind.VERIFIED, Map.of("nothingLeft", nothingLeft, "left", String.join(", ", left)));
    }

    void note(String sentence) {
        tell(EntryKind.NOTE, Map.of("text", sentence));
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

    private static String inWords(Approval approval) {
        return approval.mode().shown()
                + (approval.allowedDestructive().isEmpty()
                        ? ""
                        : "; destructive steps allowed: " + String.join(", ", approval.allowedDestructive()));
    }
}
