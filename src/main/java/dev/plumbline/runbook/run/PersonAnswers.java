package dev.plumbline.runbook.run;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.transcript.EntryKind;

/** What people decide, answer, skip, abort and note: lines of the transcript as any other. */
final class PersonAnswers {
    private final OpenRun run;

    PersonAnswers(OpenRun run) {
        this.run = run;
    }

    /** Takes a way. */
    RunState decide(String step, String option) {
        Block block = run.block(step);
        run.requireTurn(step);
        if (block.kind() != BlockKind.DECISION || !block.field("options").has(option)) {
            throw OpenRun.refused(
                    block, "RB-OPTION", "\"" + option + "\" is none of its options.", "Choose one that it names.");
        }
        run.transcript()
                .append(
                        EntryKind.DECIDED,
                        step,
                        OpenRun.sentence("Chosen: " + option)
                                .put("option", option)
                                .put("answer", option)
                                .put("by", run.tools().by()));
        return run.finishWhereDone();
    }

    /** A person's yes or note to {@code approve} and {@code manual}. */
    RunState answer(String step, String text) {
        Block block = run.block(step);
        run.requireTurn(step);
        if (block.kind() != BlockKind.APPROVE && block.kind() != BlockKind.MANUAL) {
            throw OpenRun.refused(block, "RB-HUMAN", "no person answers it.", "Run it.");
        }
        String typed = TypedWords.of(block, run.state());
        if (!typed.isEmpty() && !typed.equals(text)) {
            throw OpenRun.refused(
                    block,
                    "RB-TYPED",
                    "\"" + Visible.text(text) + "\" was typed, it asks for \"" + Visible.text(typed) + "\".",
                    "Type it letter by letter; on the command line --answer " + step + "=TEXT.");
        }
        run.transcript()
                .append(
                        EntryKind.VERIFIED,
                        step,
                        OpenRun.sentence(
                                        block.kind() == BlockKind.APPROVE
                                                ? "Approved by " + run.tools().by()
                                                : "Done by " + run.tools().by())
                                .put("answer", text)
                                .put("by", run.tools().by()));
        return run.finishWhereDone();
    }

    RunState skip(String step, String reason) {
        Block block = run.block(step);
        run.requireTurn(step);
        requireReason(block, reason);
        if (!block.text(Block.TYPED).isEmpty()) {
            throw OpenRun.refused(
                    block,
                    "RB-TYPED",
                    "it is not skipped: what follows rests on it.",
                    "Type what it asks for, or abort the run.");
        }
        run.transcript()
                .append(
                        EntryKind.SKIPPED,
                        step,
                        OpenRun.sentence(reason)
                                .put("reason", reason)
                                .put("by", run.tools().by()));
        return run.finishWhereDone();
    }

    RunState abort(String reason) {
        if (reason.isBlank()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID, "RB-REASON", "Aborting", run.id(), "no reason is given.", "Say why."));
        }
        run.transcript()
                .append(
                        EntryKind.ABORTED,
                        "",
                        OpenRun.sentence(reason)
                                .put("reason", reason)
                                .put("by", run.tools().by()));
        return run.state();
    }

    /** @throws ProblemException RB-NOT-DRY where a step was begun, decided or left out: that is told as what it is */
    RunState endDryRun() {
        boolean onlyLooked = run.state().steps().stream()
                .allMatch(step -> step.status() == StepStatus.PENDING
                        || step.status() == StepStatus.PREVIEWED
                        || step.status() == StepStatus.NOT_CHOSEN);
        if (!onlyLooked) {
            throw new ProblemException(new Problem(
                    Problem.Kind.CONFLICT,
                    "RB-NOT-DRY",
                    "Ending as a dry run",
                    run.id(),
                    "its steps were not only looked at.",
                    "Abort it with a reason."));
        }
        run.transcript()
                .append(
                        EntryKind.DRY_RUN,
                        "",
                        OpenRun.sentence("Every step was looked at, and none was run.")
                                .put("by", run.tools().by()));
        return run.state();
    }

    void note(String step, String text) {
        run.transcript()
                .append(
                        EntryKind.NOTED,
                        step,
                        OpenRun.sentence(text).put("by", run.tools().by()));
    }

    private static void requireReason(Block block, String reason) {
        if (reason.isBlank()) {
            throw OpenRun.refused(block, "RB-REASON", "no reason is given.", "Say why it is skipped.");
        }
    }
}
