package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.step.CheckAnswer;
import dev.plumbline.runbook.step.Checking;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.step.Verifying;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.util.List;

/** What the checks of a run say: whether a step took effect, and whether a change may go on. Each answer is written down as it is given. */
final class StepProofs {
    private final OpenRun run;

    StepProofs(OpenRun run) {
        this.run = run;
    }

    /** Whether all checks of an interrupted step hold; it is verified then. One without checks cannot be told. */
    boolean tookEffect(Block block, CancelToken cancel) {
        List<Block> checks = run.runbook().verifiesOf(block.id());
        if (checks.isEmpty()) {
            return false;
        }
        ObjectNode data = OpenRun.sentence("It took effect before it was interrupted, and is not run again.");
        for (Block check : checks) {
            CheckAnswer answer = Checking.ask(check, run.scope(), cancel);
            if (!answer.holds()) {
                return false;
            }
            data.withArray("evidence").add(answer.sentence());
            answer.evidence().forEach(data.withArray("evidence")::add);
        }
        run.transcript().append(EntryKind.VERIFIED, block.id(), data);
        return true;
    }

    /** Asks each guard before a change; one that does not hold stops the run, and that is written. */
    boolean guardsHold(Block block, CancelToken cancel) {
        for (Block guard : run.runbook().guardsBefore(block)) {
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

    void notVerified(Block block, String why, List<String> evidence) {
        ObjectNode data = OpenRun.sentence(why);
        evidence.forEach(data.withArray("evidence")::add);
        run.transcript().append(EntryKind.NOT_VERIFIED, block.id(), data);
    }
}
