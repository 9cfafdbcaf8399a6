package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** {@code kube wait}: until {@code for:} holds, {@code timeout=} at most, counted from when it first began: a restart of the console does not begin it anew. */
final class KubeWaitAction implements StepAction {
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        KubeObjects.Address address = KubeAddress.of(block, fields, scope);
        Duration time = block.timeout().orElse(USUAL);
        JsonNode wanted = fields.path("for");
        String command = "wait for " + KubeAddress.shown(address, fields) + ": " + wanted + ", " + time.toSeconds()
                + " s at most";
        Preview preview = KubeAddress.reading(block, scope, address, command);
        return Preparing.of(preview, (approval, listener, token) -> {
            Instant begun = scope.begun().orElseGet(() -> scope.tools().clock().instant());
            Instant deadline = begun.plus(time);
            while (true) {
                CheckAnswer answer;
                try {
                    answer = KubeQuestion.ask(scope, scope.context(block), fields, wanted, token);
                } catch (ProblemException unreadable) {
                    answer = new CheckAnswer(
                            CheckAnswer.Finding.UNKNOWN, unreadable.problem().message(), java.util.List.of());
                }
                listener.heard(answer.sentence());
                if (answer.holds()) {
                    return new Ran(answer.sentence(), answer.evidence(), Map.of(), true);
                }
                if (!scope.tools().clock().instant().isBefore(deadline)) {
                    throw new ProblemException(new Problem(
                            Problem.Kind.TIMED_OUT,
                            "RB-WAIT",
                            "Waiting for",
                            KubeAddress.shown(address, fields),
                            "after " + time.toSeconds() + " s: " + answer.sentence() + " "
                                    + String.join("; ", answer.evidence()),
                            "Look why it does not come; a retry waits anew."));
                }
                Interval.await(BETWEEN, token);
            }
        });
    }
}
