package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.step.CheckAnswer;
import dev.plumbline.runbook.step.Checking;
import dev.plumbline.runbook.step.Effect;
import dev.plumbline.runbook.step.RunbookTools;
import dev.plumbline.runbook.step.StepActions;
import dev.plumbline.runbook.step.StepScope;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of the steps that a console began and did not see the end of. */
final class TakingUp {
    private final Runbook runbook;
    private final Transcript transcript;
    private final RunbookTools tools;
    private final Supplier<RunState> states;
    private final Function<String, StepScope> scopes;

    /** @param scopes by the id of a step, empty for what is asked of the run as a whole */
    TakingUp(
            Runbook runbook,
            Transcript transcript,
            RunbookTools tools,
            Supplier<RunState> states,
            Function<String, StepScope> scopes) {
        this.runbook = runbook;
        this.transcript = transcript;
        this.tools = tools;
        this.states = states;
        this.scopes = scopes;
    }

    /** Writes down what was interrupted and what has been found of it, and asks again what was verified long ago. */
    void takeUp(CancelToken cancel) {
        transcript.append(EntryKind.RESUMED, "", Transcript.data().put("by", tools.by()));
        for (StepState step : states.get().steps()) {
            if (step.status() == StepStatus.RUNNING) {
                interrupted(step.block());
            }
            if (step.status() == StepStatus.RUNNING || step.status() == StepStatus.INTERRUPTED) {
                tookEffect(step.block(), cancel);
            }
        }
        for (StepState step : states.get().steps()) {
            if (step.block().kind() == BlockKind.PORT_FORWARD && step.status() == StepStatus.VERIFIED) {
                transcript.append(
                        EntryKind.INTERRUPTED,
                        step.block().id(),
                        RunLines.sentence("The port was closed with the console that had opened it."));
            }
        }
        Instant now = tools.clock().instant();
        for (StepState step : states.get().steps()) {
            boolean old = step.ended()
                    .map(at -> Duration.between(at, now).compareTo(RunbookRun.VERIFIED_HOLDS) > 0)
                    .orElse(false);
            List<Block> checks = runbook.verifiesOf(step.block().id());
            if (step.status() == StepStatus.VERIFIED && old && !checks.isEmpty()) {
                for (Block check : checks) {
                    CheckAnswer answer = Checking.ask(check, scopes.apply(""), cancel);
                    if (!answer.holds()) {
                        RunLines.notVerified(
                                transcript,
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
        Interruption known = interruption(block);
        if (known.ran().isEmpty() || !RunChecks.changes(block)) {
            transcript.append(
                    EntryKind.INTERRUPTED,
                    block.id(),
                    RunLines.sentence(
                            "The console ended while this ran. Whether it took effect is asked before it runs again."));
        } else if (known.isProved() && runbook.verifiesOf(block.id()).isEmpty()) {
            transcript.append(
                    EntryKind.VERIFIED,
                    block.id(),
                    RunLines.sentence("It was done, and had proved that by reading again, before the console ended."));
        } else {
            RunLines.notVerified(
                    transcript, block, "It was done; the console ended before that was verified.", List.of());
        }
    }

    Interruption interruption(Block block) {
        return Interruption.of(transcript.entries(), block.id());
    }

    /** Checks that held before the step was sent cannot tell, and what is known otherwise not to have taken effect did not. */
    boolean tookEffect(Block block, CancelToken cancel) {
        if (block.kind() == BlockKind.SQL || !RunChecks.changes(block)) {
            return false;
        }
        Interruption known = interruption(block);
        if (known.ran().isEmpty()) {
            Effect effect = StepActions.effect(block, scopes.apply(block.id()), cancel);
            if (effect == Effect.NOT || effect == Effect.UNKNOWN && known.checksHeldBefore()) {
                return false;
            }
        }
        Optional<List<String>> evidence = checksHold(block, cancel);
        evidence.ifPresent(lines -> {
            ObjectNode data = RunLines.sentence("It took effect before it was interrupted, and is not run again.");
            lines.forEach(data.withArray("evidence")::add);
            transcript.append(EntryKind.VERIFIED, block.id(), data);
        });
        return evidence.isPresent();
    }

    /** What the checks of a step saw where all of them hold now; empty also where it has none. */
    Optional<List<String>> checksHold(Block block, CancelToken cancel) {
        List<String> evidence = new ArrayList<>();
        List<Block> checks = runbook.verifiesOf(block.id());
        for (Block check : checks) {
            CheckAnswer answer = Checking.ask(check, scopes.apply(""), cancel);
            if (!answer.holds()) {
                return Optional.empty();
            }
            evidence.add(answer.sentence());
            evidence.addAll(answer.evidence());
        }
        return checks.isEmpty() ? Optional.empty() : Optional.of(evidence);
    }
}
