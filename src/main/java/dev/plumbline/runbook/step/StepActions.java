package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What does each kind of block. Kinds that ask a person have none: the run takes their answer. */
public final class StepActions {
    private static final Map<BlockKind, StepAction> ACTIONS = actions();

    private StepActions() {}

    private static Map<BlockKind, StepAction> actions() {
        Map<BlockKind, StepAction> actions = new EnumMap<>(BlockKind.class);
        actions.put(BlockKind.SQL, new SqlReadAction());
        actions.put(BlockKind.SQL_CHANGE, new SqlChangeAction());
        actions.put(BlockKind.CHECK, new CheckAction());
        actions.put(BlockKind.PLAN, new PlanAction());
        actions.put(BlockKind.KUBE_GET, new KubeReadAction());
        actions.put(BlockKind.KUBE_LOGS, new KubeLogsAction());
        actions.put(BlockKind.KUBE_WAIT, new KubeWaitAction());
        actions.put(BlockKind.HTTP, new HttpAction());
        actions.put(BlockKind.PORT_FORWARD, new PortForwardAction());
        actions.put(BlockKind.DUMP, new DumpAction());
        actions.put(BlockKind.RESTORE, new RestoreAction());
        StepAction change = new KubeChangeAction();
        actions.put(BlockKind.KUBE_PATCH, change);
        actions.put(BlockKind.KUBE_ANNOTATE, change);
        actions.put(BlockKind.KUBE_LABEL, change);
        actions.put(BlockKind.KUBE_DELETE, change);
        actions.put(BlockKind.KUBE_APPLY, change);
        actions.put(BlockKind.KUBE_RESTART, change);
        return actions;
    }

    /** Whether a person answers it rather than a program. */
    public static boolean asksAPerson(Block block) {
        return switch (block.kind()) {
            case DECISION, APPROVE, MANUAL -> true;
            default -> false;
        };
    }

    /** Whether an interrupted step took effect, by what it had written down of itself; what cannot be asked is unknown. */
    public static Effect effect(Block block, StepScope scope, CancelToken cancel) {
        StepAction action = ACTIONS.get(block.kind());
        if (action == null || scope.marks().isEmpty()) {
            return Effect.UNKNOWN;
        }
        try {
            Effect effect = action.effect(block, scope, cancel);
            return effect == Effect.NOT && scope.marks().containsKey(Again.KEY) ? Effect.UNKNOWN : effect;
        } catch (ProblemException unanswered) {
            return Effect.UNKNOWN;
        }
    }

    /** Whether a {@code plan} that took effect shows it when it is planned anew; what cannot be asked is an answer that says why. */
    public static CheckAnswer plannedAgain(Block block, StepScope scope, CancelToken cancel) {
        try {
            return PlanQuestion.judged(
                    prepare(block, scope, cancel, Progress.NONE).preview());
        } catch (ProblemException unknown) {
            return new CheckAnswer(
                    CheckAnswer.Finding.UNKNOWN,
                    "Could not be planned again: " + unknown.problem().message(),
                    List.of());
        }
    }

    /** Looks at what a block would do, and changes nothing. */
    public static Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        StepAction action = ACTIONS.get(block.kind());
        if (action == null) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "RB-KIND",
                    "Previewing",
                    block.kind().words(),
                    "this kind of block cannot be run yet.",
                    "Do it by hand and skip the step with a reason."));
        }
        Prepared ready = action.prepare(block, scope, cancel, progress);
        return ready instanceof Preparing known && !scope.marks().isEmpty() ? anew(known, scope.marks()) : ready;
    }

    private static Prepared anew(Preparing ready, Map<String, String> marks) {
        if (ready.preview().verdict() == Verdict.ALREADY_SO && ready.marks().isEmpty()) {
            return ready.withMarks(marks);
        }
        return marks.containsKey(Again.KEY) ? ready.askedAgain() : ready;
    }
}
