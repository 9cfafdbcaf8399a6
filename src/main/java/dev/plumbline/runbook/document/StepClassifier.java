package dev.plumbline.runbook.document;

import java.util.Locale;
import java.util.Set;

/**
 * The class of a block, inferred from its kind and its text, and raised by {@code class=}; an author cannot lower it. What cannot be told from the text, such as a method that is a
 * variable, is taken for a change.
 */
public final class StepClassifier {
    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> READING_PLANS = Set.of("snapshot");
    private static final Set<String> DESTRUCTIVE_PLANS = Set.of("drop-role");

    private StepClassifier() {}

    public static StepClass of(Block block) {
        StepClass inferred = block.kind() == BlockKind.PLAN
                ? plan(block.text("operation"))
                : block.kind().least().or(byText(block));
        return block.asked().map(inferred::or).orElse(inferred);
    }

    private static StepClass byText(Block block) {
        return switch (block.kind()) {
            case SQL, SQL_CHANGE -> SqlClass.of(block.body());
            case CHECK -> check(block);
            case HTTP -> http(block.text("method"), block.field("body").isMissingNode());
            case PLAN,
                    KUBE_GET,
                    KUBE_PATCH,
                    KUBE_ANNOTATE,
                    KUBE_LABEL,
                    KUBE_DELETE,
                    KUBE_APPLY,
                    KUBE_RESTART,
                    KUBE_WAIT,
                    KUBE_LOGS,
                    DECISION,
                    APPROVE,
                    MANUAL,
                    PORT_FORWARD,
                    DUMP,
                    RESTORE -> StepClass.READ;
        };
    }

    private static StepClass check(Block block) {
        StepClass strongest = StepClass.READ;
        if (block.field("sql").isTextual()) {
            strongest = strongest.or(SqlClass.of(block.text("sql")));
        }
        if (block.field("http").isObject()) {
            strongest = strongest.or(http(
                    block.field("http").path("method").asText(""),
                    block.field("http").path("body").isMissingNode()));
        }
        return strongest;
    }

    private static StepClass http(String method, boolean isWithoutBody) {
        String upper = method.toUpperCase(Locale.ROOT);
        if (upper.equals("DELETE")) {
            return StepClass.DESTRUCTIVE;
        }
        boolean reads = upper.isEmpty() ? isWithoutBody : READ_METHODS.contains(upper);
        return reads ? StepClass.READ : StepClass.CHANGE;
    }

    private static StepClass plan(String operation) {
        if (READING_PLANS.contains(operation)) {
            return StepClass.READ;
        }
        return DESTRUCTIVE_PLANS.contains(operation) ? StepClass.DESTRUCTIVE : StepClass.CHANGE;
    }
}
