package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.step.CheckAnswer;
import dev.plumbline.runbook.step.Prepared;
import dev.plumbline.runbook.step.Ran;
import dev.plumbline.runbook.step.StepActions;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a step and has it verified. What it is about to do is on the disk before it is done. */
final class StepRuns {
    private final OpenRun run;
    private final StepPreviews previews;
    private final StepProofs proofs;

    StepRuns(OpenRun run, StepPreviews previews, StepProofs proofs) {
        this.run = run;
        this.previews = previews;
        this.proofs = proofs;
    }

    RunState run(String step, StepApproval approval, StepListener listener, CancelToken cancel) {
        Block block = run.block(step);
        StepState now = run.requireTurn(step);
        if (StepActions.asksAPerson(block)) {
            throw OpenRun.refused(
                    block, "RB-HUMAN", "a person answers it.", "Decide, approve, or say that it is done.");
        }
        if (now.status() == StepStatus.INTERRUPTED && proofs.tookEffect(block, cancel)) {
            return run.finishWhereDone();
        }
        Prepared ready = previews.ready(block, cancel);
        boolean changes = ready.preview().stepClass().changes();
        if (changes && !proofs.guardsHold(block, cancel)) {
            return run.state();
        }
        try {
            ready.requireAllowed(approval);
        } catch (ProblemException refused) {
            previews.forget(step);
            failed(block, refused.problem(), now.status() == StepStatus.INTERRUPTED, new CatalogEvidence(listener));
            return run.state();
        }
        boolean held = changes && proofs.checksHold(block, cancel).isPresent();
        if (changes) {
            run.transcript().append(EntryKind.APPROVED, step, PreviewText.approval(approval));
        }
        run.transcript().append(EntryKind.STARTED, step, Interruption.started(ready, held));
        long begun = System.nanoTime();
        boolean done = false;
        CatalogEvidence catalog = new CatalogEvidence(listener);
        try {
            Ran ran = ready.run(approval, catalog, cancel);
            ObjectNode data = OpenRun.sentence(ran.summary());
            data.put("milliseconds", (System.nanoTime() - begun) / 1_000_000);
            List<String> seen = new ArrayList<>(ran.evidence());
            seen.addAll(changed(catalog, data, step));
            seen.forEach(data.withArray("evidence")::add);
            ran.captures().forEach(data.putObject("captures")::put);
            Interruption.proved(data, ran);
            run.transcript().append(EntryKind.RAN, step, data);
            done = changes;
            if (ran.unverified().isPresent()) {
                proofs.notVerified(
                        block,
                        StepProofs.unverified(ran.summary(), ran.unverified().get()),
                        seen);
            } else {
                proofs.verify(block, ran.verified() || !changes, ran.summary(), seen, listener, cancel);
            }
        } catch (Cancelled stopped) {
            if (done) {
                proofs.notVerified(
                        block,
                        "It was done; verifying it was stopped by "
                                + run.tools().by() + ".",
                        List.of());
            } else {
                ObjectNode data = OpenRun.sentence("Stopped by " + run.tools().by() + ".");
                changed(catalog, data, step).forEach(data.withArray("evidence")::add);
                run.transcript().append(EntryKind.INTERRUPTED, step, data);
            }
        } catch (ProblemException failed) {
            if (done) {
                throw broken(block, true, failed);
            }
            failed(block, failed.problem(), ready.isSentAgain() || MayStand.is(block, failed.problem()), catalog);
        } catch (RuntimeException broke) {
            throw broken(block, done, broke);
        } finally {
            previews.forget(step);
        }
        return run.finishWhereDone();
    }

    /** Something that nobody foresaw: that the step was begun, or done, stands all the same. */
    private RuntimeException broken(Block block, boolean done, RuntimeException why) {
        String told = why.getClass().getSimpleName() + ": " + why.getMessage();
        try {
            if (done) {
                proofs.notVerified(block, "It was done; verifying it broke off with " + told, List.of());
            } else {
                run.transcript()
                        .append(
                                EntryKind.INTERRUPTED,
                                block.id(),
                                OpenRun.sentence("It broke off with " + told
                                        + ". Whether it took effect is asked before it runs again."));
            }
        } catch (ProblemException unwritable) {
            why.addSuppressed(unwritable);
        }
        return why;
    }

    RunState verify(String step, StepListener listener, CancelToken cancel) {
        Block block = run.block(step);
        StepState now = run.requireTurn(step);
        if (now.status() == StepStatus.PENDING || now.status() == StepStatus.PREVIEWED) {
            throw OpenRun.refused(block, "RB-NOT-RUN", "it has not run.", "Run it first.");
        }
        try {
            Optional<Entry> ran = ran(step);
            List<String> seen = new ArrayList<>();
            ran.ifPresent(entry -> entry.data().path("evidence").forEach(line -> seen.add(line.asText())));
            String summary = ran.map(entry -> entry.text("sentence")).orElse("Asked again");
            if (ran.isEmpty() && !proofs.canChecksTell(block, cancel)) {
                run.transcript()
                        .append(
                                EntryKind.NOTED,
                                step,
                                OpenRun.sentence("What verifies it held before it was sent as well, and cannot tell"
                                        + " whether it took effect. Run it again, or skip it with a reason."));
                return run.state();
            }
            if (ran.filter(Interruption::isUnverified).isEmpty()) {
                proofs.verify(block, false, summary, seen, listener, cancel);
                return run.finishWhereDone();
            }
            CheckAnswer again = StepActions.plannedAgain(block, run.scopeOfRan(step), cancel);
            if (again.holds()) {
                seen.add(again.sentence());
                proofs.verify(block, true, summary, seen, listener, cancel);
            } else {
                proofs.notVerified(block, StepProofs.unverified(summary, again.sentence()), again.evidence());
            }
        } catch (Cancelled stopped) {
            run.transcript()
                    .append(
                            EntryKind.NOTED,
                            step,
                            OpenRun.sentence(
                                    "Verifying was stopped by " + run.tools().by() + "."));
        }
        return run.finishWhereDone();
    }

    /** What came of the step when it last ran; empty where it was begun again since and did not come so far. */
    private Optional<Entry> ran(String step) {
        Optional<Entry> ran = Optional.empty();
        for (Entry entry : run.transcript().entries()) {
            if (entry.step().equals(step) && entry.kind() == EntryKind.STARTED) {
                ran = Optional.empty();
            } else if (entry.step().equals(step) && entry.kind() == EntryKind.RAN) {
                ran = Optional.of(entry);
            }
        }
        return ran;
    }

    /** @param unknown whether it may have taken effect, now or when it was interrupted before */
    private void failed(Block block, Problem problem, boolean unknown, CatalogEvidence catalog) {
        ObjectNode data = OpenRun.sentence(problem.message());
        data.put("code", problem.code()).put("answer", problem.answer()).put("next", problem.next());
        changed(catalog, data, block.id()).forEach(data.withArray("evidence")::add);
        run.transcript().append(unknown ? EntryKind.INTERRUPTED : EntryKind.FAILED, block.id(), data);
    }

    private List<String> changed(CatalogEvidence catalog, ObjectNode data, String step) {
        return catalog.into(data, run.folder(), run.transcript().redactor(), step);
    }
}
