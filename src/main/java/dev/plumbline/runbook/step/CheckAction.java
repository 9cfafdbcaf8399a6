package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code check} as a step of its own: passes or stops the run. */
final class CheckAction implements StepAction {
    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        String shown = Checking.shown(block, scope);
        CheckAnswer now = Checking.ask(block, scope, cancel);
        List<String> lines = new ArrayList<>(List.of("Now: " + now.sentence()));
        lines.addAll(now.evidence());
        Preview preview = new Preview(
                switch (now.finding()) {
                    case HOLDS -> Verdict.ALREADY_SO;
                    case FAILS -> Verdict.READS;
                    case UNKNOWN -> Verdict.CANNOT_TELL;
                },
                block.asked().orElse(StepClass.READ),
                scope.target().shown(),
                shown,
                lines,
                Map.of(),
                "",
                Digest.of(scope.source(), block.id(), shown),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> {
            CheckAnswer answer = Verifying.until(block, scope, listener, token);
            if (!answer.holds()) {
                throw new ProblemException(new Problem(
                        Problem.Kind.CONFLICT,
                        "RB-CHECK-FAILED",
                        "Checking",
                        block.title().isEmpty() ? block.id() : block.title(),
                        answer.sentence(),
                        answer.message(block, scope).isEmpty()
                                ? "Set it right, then retry the step."
                                : answer.message(block, scope)));
            }
            return new Ran(answer.sentence(), answer.evidence(), Map.of(), true);
        });
    }
}
