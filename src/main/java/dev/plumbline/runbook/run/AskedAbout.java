package dev.plumbline.runbook.run;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.step.Rendering;
import dev.plumbline.runbook.step.StepActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person is asked about: the steps whose answers stand beside the question, and its words with values put in. */
public final class AskedAbout {
    private AskedAbout() {}

    /**
     * The steps that the question names by {@code about=}, in that order. Where it names none: what was seen since the last change, that change, or else since the question before, the newest first. Steps that
     * did not run tell nothing and are left out.
     */
    public static List<StepState> of(RunState state, Block question) {
        if (!question.about().isEmpty()) {
            return question.about().stream()
                    .flatMap(id -> state.step(id).stream())
                    .filter(AskedAbout::isTold)
                    .toList();
        }
        List<StepState> seen = new ArrayList<>();
        List<StepState> all = state.steps();
        for (int at = before(all, question); at >= 0; at--) {
            StepState step = all.get(at);
            boolean asks = StepActions.asksAPerson(step.block());
            if (asks && !seen.isEmpty()) {
                break;
            }
            if (!asks && isTold(step)) {
                seen.add(step);
                if (RunChecks.changes(step.block())) {
                    break;
                }
            }
        }
        return seen;
    }

    /** A text of a question with the values of inputs and captures put in; what has no value yet is left as it is written. */
    public static String words(String template, Map<String, String> variables) {
        return Rendering.asFarAsKnown(template, variables);
    }

    private static int before(List<StepState> all, Block question) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).block().id().equals(question.id())) {
                return at - 1;
            }
        }
        return -1;
    }

    private static boolean isTold(StepState step) {
        return switch (step.status()) {
            case VERIFIED, NOT_VERIFIED, FAILED, INTERRUPTED, SKIPPED -> true;
            case PENDING, NOT_CHOSEN, PREVIEWED, RUNNING -> false;
        };
    }
}
