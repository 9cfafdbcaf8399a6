package dev.plumbline.runbook.run;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.step.Prepared;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.StepActions;
import dev.plumbline.runbook.step.Verdict;
import dev.plumbline.runbook.transcript.EntryKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What steps were seen to do. Kept in memory only, so that after a restart a change is previewed anew. */
final class StepPreviews {
    static final Duration PREVIEW_HOLDS = Duration.ofMinutes(10);
    private final OpenRun run;
    private final Map<String, Prepared> prepared = new HashMap<>();

    StepPreviews(OpenRun run) {
        this.run = run;
    }

    Preview preview(String step, CancelToken cancel, Progress progress) {
        Block block = run.block(step);
        Prepared ready = AlreadyHolds.of(
                block,
                run.runbook().verifiesOf(step),
                run.scope(),
                StepActions.prepare(block, run.scope(step), cancel, progress),
                cancel);
        prepared.put(step, ready);
        run.transcript().append(EntryKind.PREVIEWED, step, PreviewText.data(ready.preview()));
        return ready.preview();
    }

    Map<String, Preview> dryRun(CancelToken cancel, Progress progress) {
        List<Block> steps = run.state().steps().stream()
                .filter(step ->
                        step.status() == StepStatus.NOT_CHOSEN || !step.status().isBehind())
                .map(StepState::block)
                .filter(block -> !StepActions.asksAPerson(block))
                .toList();
        Map<String, Preview> seen = new LinkedHashMap<>();
        for (Block block : steps) {
            cancel.check();
            progress.report("previewing " + block.id(), seen.size(), steps.size());
            try {
                seen.put(block.id(), preview(block.id(), cancel, Progress.NONE));
            } catch (ProblemException unknown) {
                seen.put(block.id(), cannotTell(block, unknown.problem()));
            }
        }
        return seen;
    }

    /** Nothing is run on it: it was not previewed. */
    private Preview cannotTell(Block block, Problem why) {
        return new Preview(
                Verdict.CANNOT_TELL,
                StepClassifier.of(block),
                run.target().shown(),
                "",
                List.of(why.message()),
                Map.of(),
                "",
                "",
                run.tools().clock().instant());
    }

    /** @throws ProblemException RB-PREVIEW where a changing step has no preview that still counts */
    Prepared ready(Block block, CancelToken cancel) {
        Prepared ready = prepared.get(block.id());
        Optional<String> overtaken = ready == null
                ? Optional.empty()
                : PreviewAge.overtakenBy(
                        run.transcript().entries(),
                        block,
                        ready.preview(),
                        step -> run.runbook()
                                .block(step)
                                .filter(RunChecks::changes)
                                .isPresent());
        if ((ready == null || overtaken.isPresent()) && !RunChecks.changes(block)) {
            return StepActions.prepare(block, run.scope(block.id()), cancel, Progress.NONE);
        }
        if (overtaken.isPresent()) {
            throw OpenRun.refused(
                    block,
                    "RB-PREVIEW",
                    "its preview is from before " + overtaken.get() + " ran.",
                    "Preview it again, and approve what you see.");
        }
        Instant oldest = run.tools().clock().instant().minus(PREVIEW_HOLDS);
        if (ready == null || ready.preview().at().isBefore(oldest)) {
            throw OpenRun.refused(
                    block,
                    "RB-PREVIEW",
                    ready == null ? "it was not previewed." : "its preview is older than ten minutes.",
                    "Preview it, and approve what you see.");
        }
        return ready;
    }

    /** A preview counts for one run. */
    void forget(String step) {
        prepared.remove(step);
    }
}
