package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.RunbookTools;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import java.util.Map;

/**
 * One run of a runbook, step by step. What a step does is written down before it is done; a step goes on only when the one before it is verified, skipped or not of the chosen way; a verified one
 * never runs again. Nothing is kept but the transcript, so that a run that was killed goes on where that ends. Used by one thread at a time.
 */
public final class RunbookRun implements AutoCloseable {
    private final OpenRun run;
    private final StepPreviews previews;
    private final StepRuns runs;
    private final PersonAnswers answers;

    private RunbookRun(OpenRun run, StepProofs proofs) {
        this.run = run;
        this.previews = new StepPreviews(run);
        this.runs = new StepRuns(run, previews, proofs);
        this.answers = new PersonAnswers(run);
    }

    /**
     * @param given the inputs by name; those with a standard value may be left out
     * @throws ProblemException where the runbook has faults, an input is missing or wrong, what it requires is not there, or its folder cannot be written
     */
    public static RunbookRun begin(
            RunFolders folders, RunbookFiles files, RunTarget target, Map<String, String> given, RunbookTools tools) {
        Runbook runbook = files.runbook();
        RunChecks.requireWhole(runbook);
        Map<String, String> inputs = Inputs.of(runbook, given);
        RunChecks.requirePlace(runbook, target, inputs);
        String id = folders.make(files, tools.clock().instant());
        Transcript transcript = Transcript.open(folders.transcriptFile(id), tools.clock(), new Redactor());
        ObjectNode data = Transcript.data()
                .put("run", id)
                .put("runbook", runbook.name())
                .put("title", runbook.title())
                .put("digest", runbook.digest())
                .put("target", target.shown())
                .put("by", tools.by())
                .put("mode", target.mode().shown());
        RunChecks.writeTarget(data, target);
        inputs.forEach(data.putObject("inputs")::put);
        transcript.append(EntryKind.BEGUN, "", data);
        OpenRun run = new OpenRun(id, runbook, target, tools, folders, transcript);
        return new RunbookRun(run, new StepProofs(run));
    }

    /**
     * Goes on with a run. A step that was running when the console ended is interrupted, and its checks are asked at once whether it took effect; a change that was verified longer ago than a quarter of an hour is asked again whether it still holds.
     *
     * @param target must be the one that the run began with
     */
    public static RunbookRun resume(
            RunFolders folders, String id, RunTarget target, RunbookTools tools, CancelToken cancel) {
        Runbook runbook = folders.files(id).runbook();
        Transcript transcript = Transcript.open(folders.transcriptFile(id), tools.clock(), new Redactor());
        OpenRun run = new OpenRun(id, runbook, target, tools, folders, transcript);
        StepProofs proofs = new StepProofs(run);
        boolean isTakenUp = false;
        try {
            RunChecks.requireSameTarget(transcript.entries().get(0), target);
            new TakingUp(run, proofs).takeUp(cancel);
            isTakenUp = true;
            return new RunbookRun(run, proofs);
        } finally {
            if (!isTakenUp) {
                run.close();
            }
        }
    }

    public String id() {
        return run.id();
    }

    public Runbook runbook() {
        return run.runbook();
    }

    public RunTarget target() {
        return run.target();
    }

    public RunState state() {
        return run.state();
    }

    public Transcript transcript() {
        return run.transcript();
    }

    /** Looks at what a step would do. Any step may be looked at; what it would do is only known as far as the steps before it have run. */
    public Preview preview(String step, CancelToken cancel, Progress progress) {
        return previews.preview(step, cancel, progress);
    }

    /** Looks at every step that is not behind, in their order, and runs none. What cannot be looked at yet says why: often a step before it has to run first. */
    public Map<String, Preview> dryRun(CancelToken cancel, Progress progress) {
        return previews.dryRun(cancel, progress);
    }

    /**
     * Runs the step whose turn it is, then verifies it. A changing one must have been previewed within the last ten minutes.
     *
     * @throws ProblemException where it may not run now; how it went is in the state
     */
    public RunState run(String step, StepApproval approval, StepListener listener, CancelToken cancel) {
        return runs.run(step, approval, listener, cancel);
    }

    /** Asks again whether a step that ran took effect. */
    public RunState verify(String step, StepListener listener, CancelToken cancel) {
        return runs.verify(step, listener, cancel);
    }

    /** Takes a way. */
    public RunState decide(String step, String option) {
        return answers.decide(step, option);
    }

    /** A person's yes or note to {@code approve} and {@code manual}. */
    public RunState answer(String step, String text) {
        return answers.answer(step, text);
    }

    public RunState skip(String step, String reason) {
        return answers.skip(step, reason);
    }

    public RunState abort(String reason) {
        return answers.abort(reason);
    }

    /** Ends a run in which steps were looked at and nothing else: its history says that it was a dry run. */
    public RunState endDryRun() {
        return answers.endDryRun();
    }

    public void note(String step, String text) {
        answers.note(step, text);
    }

    @Override
    public void close() {
        run.close();
    }
}
