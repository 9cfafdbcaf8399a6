package dev.plumbline.runbook.run;

import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.step.CheckAnswer;
import dev.plumbline.runbook.step.Checking;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes a run up where its transcript ends: what was running is asked whether it took effect, and what was verified long ago whether it still holds. */
final class TakingUp {
    static final Duration VERIFIED_HOLDS = Duration.ofMinutes(15);
    private final OpenRun run;
    private final StepProofs proofs;

    TakingUp(OpenRun run, StepProofs proofs) {
        this.run = run;
        this.proofs = proofs;
    }

    void takeUp(CancelToken cancel) {
        run.transcript()
                .append(
                        EntryKind.RESUMED,
                        "",
                        Transcript.data().put("by", run.tools().by()));
        for (StepState step : run.state().steps()) {
            if (step.status() == StepStatus.RUNNING) {
                interrupted(step.block());
            }
            if (step.status() == StepStatus.RUNNING || step.status() == StepStatus.INTERRUPTED) {
                proofs.tookEffect(step.block(), cancel);
            }
        }
        for (StepState step : run.state().steps()) {
            if (step.block().kind() == BlockKind.PORT_FORWARD && step.status() == StepStatus.VERIFIED) {
                run.transcript()
                        .append(
                                EntryKind.INTERRUPTED,
                                step.block().id(),
                                OpenRun.sentence("The port was closed with the console that had opened it."));
            }
        }
        Instant now = run.tools().clock().instant();
        for (StepState step : run.state().steps()) {
            boolean old = step.ended()
                    .map(at -> Duration.between(at, now).compareTo(VERIFIED_HOLDS) > 0)
                    .orElse(false);
            List<Block> checks = run.runbook().verifiesOf(step.block().id());
            if (step.status() == StepStatus.VERIFIED && old && !checks.isEmpty()) {
                for (Block check : checks) {
                    CheckAnswer answer = Checking.ask(check, run.scope(), cancel);
                    if (!answer.holds()) {
                        proofs.notVerified(
                                step.block(),
                                "It was verified, and does not hold any more: " + answer.sentence(),
                                answer.evidence());
                        break;
                    }
                }
            }
        }
    }

    /** What is written down as done is not done again, and only its verification was missed; what only looks is looked at again. */
    private void interrupted(Block block) {
        Interruption known = run.interruption(block);
        boolean changes = RunChecks.changes(block);
        if (known.ran().isEmpty() || !changes) {
            run.transcript()
                    .append(
                            EntryKind.INTERRUPTED,
                            block.id(),
                            OpenRun.sentence("The console ended while this ran. "
                                    + (changes
                                            ? "Whether it took effect is asked before it runs again."
                                            : "It changes nothing, and is done again.")));
        } else if (known.isProved() && run.runbook().verifiesOf(block.id()).isEmpty()) {
            run.transcript()
                    .append(
                            EntryKind.VERIFIED,
                            block.id(),
                            OpenRun.sentence(
                                    "It was done, and had proved that by reading again, before the console ended."));
        } else {
            proofs.notVerified(block, "It was done; the console ended before that was verified.", List.of());
        }
    }
}
