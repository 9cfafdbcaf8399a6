package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.SqlClass;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a {@code check} block once. Its kind is its first field that is a question: {@code sql}, {@code drift}, {@code plan}, {@code dump}, {@code kube}, {@code http}, {@code metric}. */
public final class Checking {
    /** One kind of question, one to a file. */
    interface Question {
        CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel);
    }

    static final String MESSAGE = "message";
    private static final Map<String, Question> QUESTIONS = Map.of(
            "sql",
            new SqlQuestion(),
            "drift",
            new DriftQuestion(),
            "kube",
            new KubeQuestion(),
            "http",
            new HttpQuestion(),
            "metric",
            new MetricQuestion(),
            "plan",
            new PlanQuestion(),
            "dump",
            new DumpQuestion());

    private Checking() {}

    /** What it asks, with variables put in. */
    public static String shown(Block block, StepScope scope) {
        return kind(block)
                .map(kind -> kind.equals("sql")
                        ? SqlRendering.of(block.text("sql"), scope)
                        : asked(block, scope).toString())
                .orElse(block.body());
    }

    /** What cannot be asked is an answer that says why. */
    public static CheckAnswer ask(Block block, StepScope scope, CancelToken cancel) {
        try {
            requireLooking(block);
            Question question = kind(block)
                    .map(QUESTIONS::get)
                    .orElseThrow(() -> new ProblemException(new Problem(
                            Problem.Kind.INVALID,
                            "RB-CHECK",
                            "Asking",
                            block.id(),
                            "it asks nothing that is known.",
                            "Write sql:, drift:, plan:, dump:, kube:, http: or metric:.")));
            return question.ask(block, asked(block, scope), scope, cancel);
        } catch (ProblemException failed) {
            return new CheckAnswer(
                    CheckAnswer.Finding.UNKNOWN,
                    "Could not be asked: " + failed.problem().message(),
                    List.of());
        }
    }

    /** What its author says where it does not hold is no part of what is asked: a value that is missing there alone makes nothing unknown. */
    private static ObjectNode asked(Block block, StepScope scope) {
        return Rendering.fields(block.without(MESSAGE), scope);
    }

    /** A check is asked before any approval, and again and again. */
    private static void requireLooking(Block block) {
        StepClass byText = block.field("sql").isTextual()
                ? SqlClass.of(block.text("sql"))
                : block.field("http").isObject() ? StepClassifier.of(block) : StepClass.READ;
        if (byText.changes()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-CLASS",
                    "Asking",
                    block.id(),
                    "it would change something, and a check only looks.",
                    "Change it in a step of its own."));
        }
    }

    private static Optional<String> kind(Block block) {
        return QUESTIONS.keySet().stream()
                .filter(kind -> block.fields().has(kind))
                .findFirst();
    }
}
