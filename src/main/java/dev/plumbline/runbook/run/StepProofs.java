package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.step.CheckAnswer;
import dev.plumbline.runbook.step.Checking;
import dev.plumbline.runbook.step.Effect;
import dev.plumbline.runbook.step.StepActions;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.step.Verifying;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the checks of a run say: whether a step took effect, and whether a change may go on. Each answer is written down as it is given. */
final class StepProofs {
    private final OpenRun run;

    StepProofs(OpenRun run) {
        this.run = run;
    }

    /**
     * Whether an interrupted step took effect; it is verified then. Checks that held before the step was sent cannot tell, and what is known otherwise not to have taken effect did not. Where reading again did not
     * show what was done, it has to be shown by now.
     */
    boolean tookEffect(Block block, CancelToken cancel) {
        if (block.kind() == BlockKind.SQL || !RunChecks.changes(block)) {
            return false;
        }
        Interruption known = run.interruption(block);
        if (known.ran().isEmpty()
                && (StepActions.effect(block, run.scope(block.id()), cancel) == Effect.NOT
                        || !canChecksTell(block, cancel))) {
            return false;
        }
        if (known.ran().filter(Interruption::isUnverified).isPresent()
                && !StepActions.plannedAgain(block, run.scopeOfRan(block.id()), cancel)
                        .holds()) {
            return false;
        }
        Optional<List<String>> evidence = checksHold(block, cancel);
        evidence.ifPresent(lines -> {
            ObjectNode data = OpenRun.sentence("It took effect before it was interrupted, and is not run again.");
            lines.forEach(data.withArray("evidence")::add);
            run.transcript().append(EntryKind.VERIFIED, block.id(), data);
        });
        return evidence.isPresent();
    }

    /** Whether checks that hold now show that a step of which nobody saw the end took effect: not where they held before it was sent, unless that is known otherwise. */
    boolean canChecksTell(Block block, CancelToken cancel) {
        return !RunChecks.changes(block)
                || !run.interruption(block).checksHeldBefore()
                || StepActions.effect(block, run.scope(block.id()), cancel) == Effect.TOOK;
    }

    /** What the checks of a step saw where all of them hold now; empty also where it has none. */
    Optional<List<String>> checksHold(Block block, CancelToken cancel) {
        List<String> evidence = new ArrayList<>();
        List<Block> checks = run.runbook().verifiesOf(block.id());
        for (Block check : checks) {
            CheckAnswer answer = Checking.ask(check, run.scope(), cancel);
            if (!answer.holds()) {
                return Optional.empty();
            }
            evidence.add(answer.sentence());
            evidence.addAll(answer.evidence());
        }
        return checks.isEmpty() ? Optional.empty() : Optional.of(evidence);
    }

    /** Asks each guard before a change; one that does not hold stops the run, and that is written. */
    boolean guardsHold(Block block, CancelToken cancel) {
        for (Block guard : Ways.guardsBefore(run.runbook(), run.state(), block)) {
            CheckAnswer answer = Checking.ask(guard, run.scope(), cancel);
            if (!answer.holds()) {
                String said = said(guard, answer);
                ObjectNode data = OpenRun.sentence(said).put("why", "Guard " + guard.id() + ": " + said);
                answer.evidence().forEach(data.withArray("evidence")::add);
                run.transcript().append(EntryKind.STOPPED, block.id(), data);
                return false;
            }
        }
        return true;
    }

    /** @param proved whether the step itself has shown its effect */
    void verify(
            Block block, boolean proved, String summary, List<String> seen, StepListener listener, CancelToken cancel) {
        List<Block> checks = run.runbook().verifiesOf(block.id());
        if (checks.isEmpty() && !proved) {
            notVerified(block, summary + "; no check says whether it took effect", seen);
            return;
        }
        ObjectNode data = Transcript.data();
        StringBuilder said = new StringBuilder(summary);
        seen.forEach(data.withArray("evidence")::add);
        for (Block check : checks) {
            CheckAnswer answer = Verifying.until(check, run.scope(), listener, cancel);
            answer.evidence().forEach(data.withArray("evidence")::add);
            if (!answer.holds()) {
                notVerified(block, summary + "; " + said(check, answer), answer.evidence());
                return;
            }
            said.append("; ").append(answer.sentence());
        }
        run.transcript().append(EntryKind.VERIFIED, block.id(), data.put("sentence", said.toString()));
    }

    /** With what its author says to somebody for whom it does not hold. */
    private String said(Block check, CheckAnswer answer) {
        String message = answer.message(check, run.scope());
        return message.isEmpty() ? answer.sentence() : answer.sentence() + " " + message;
    }

    static String unverified(String summary, String why) {
        return summary + "; it could not be verified: " + why;
    }

    void notVerified(Block block, String why, List<String> evidence) {
        ObjectNode data = OpenRun.sentence(why);
        evidence.forEach(data.withArray("evidence")::add);
        run.transcript().append(EntryKind.NOT_VERIFIED, block.id(), data);
    }
}
