package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.step.CheckAnswer;
import dev.plumbline.runbook.step.Checking;
import dev.plumbline.runbook.step.OpenForwards;
import dev.plumbline.runbook.step.Prepared;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.Ran;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.RunbookTools;
import dev.plumbline.runbook.step.StepActions;
import dev.plumbline.runbook.step.StepApproval;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.step.StepScope;
import dev.plumbline.runbook.step.Verdict;
import dev.plumbline.runbook.step.Verifying;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run of a runbook, step by step. What a step does is written down before it is done; a step goes on only when the one before it is verified, skipped or not of the chosen way; a verified one
 * never runs again. Nothing is kept but the transcript, so that a run that was killed goes on where that ends. Used by one thread at a time.
 */
public final class RunbookRun implements AutoCloseable {
    static final Duration PREVIEW_HOLDS = Duration.ofMinutes(10);
    static final Duration VERIFIED_HOLDS = Duration.ofMinutes(15);

    private final String id;
    private final Runbook runbook;
    private final RunTarget target;
    private final RunbookTools tools;
    private final RunFolders folders;
    private final Transcript transcript;
    private final Map<String, Prepared> prepared = new HashMap<>();
    private final OpenForwards forwards = new OpenForwards();
    private final Replay replay;
    private final TakingUp takingUp;

    private RunbookRun(
            String id,
            Runbook runbook,
            RunTarget target,
            RunbookTools tools,
            RunFolders folders,
            Transcript transcript) {
        this.id = id;
        this.runbook = runbook;
        this.target = target;
        this.tools = tools;
        this.folders = folders;
        this.transcript = transcript;
        this.replay = new Replay(runbook);
        this.takingUp = new TakingUp(runbook, transcript, tools, this::state, this::scope);
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
        RunChecks.requireContext(runbook, target);
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
        return new RunbookRun(id, runbook, target, tools, folders, transcript);
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
        RunbookRun run = new RunbookRun(id, runbook, target, tools, folders, transcript);
        try {
            RunChecks.requireSameTarget(transcript.entries().get(0), target);
            run.takingUp.takeUp(cancel);
            return run;
        } catch (ProblemException | Cancelled refused) {
            transcript.close();
            throw refused;
        }
    }

    public String id() {
        return id;
    }

    public Runbook runbook() {
        return runbook;
    }

    public RunTarget target() {
        return target;
    }

    public RunState state() {
        return replay.go(transcript.entriesAfter(replay.taken()));
    }

    public Transcript transcript() {
        return transcript;
    }

    /** Looks at what a step would do. Any step may be looked at; what it would do is only known as far as the steps before it have run. */
    public Preview preview(String step, CancelToken cancel, Progress progress) {
        Block block = block(step);
        Prepared ready = AlreadyHolds.of(
                block,
                runbook.verifiesOf(step),
                scope(),
                StepActions.prepare(block, scope(step), cancel, progress),
                cancel);
        prepared.put(step, ready);
        transcript.append(EntryKind.PREVIEWED, step, PreviewText.data(ready.preview()));
        return ready.preview();
    }

    /** Looks at every step that is not behind, in their order, and runs none. What cannot be looked at yet says why: often a step before it has to run first. */
    public Map<String, Preview> dryRun(CancelToken cancel, Progress progress) {
        List<Block> steps = state().steps().stream()
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
                target.shown(),
                "",
                List.of(why.message()),
                Map.of(),
                "",
                "",
                tools.clock().instant());
    }

    /**
     * Runs the step whose turn it is, then verifies it. A changing one must have been previewed within the last ten minutes.
     *
     * @throws ProblemException where it may not run now; how it went is in the state
     */
    public RunState run(String step, StepApproval approval, StepListener listener, CancelToken cancel) {
        Block block = block(step);
        StepState now = requireTurn(step);
        if (StepActions.asksAPerson(block)) {
            throw refused(block, "RB-HUMAN", "a person answers it.", "Decide, approve, or say that it is done.");
        }
        if (now.status() == StepStatus.INTERRUPTED && takingUp.tookEffect(block, cancel)) {
            return finishWhereDone();
        }
        Prepared ready = ready(block, cancel);
        boolean changes = ready.preview().stepClass().changes();
        if (changes && !guardsHold(block, cancel)) {
            return state();
        }
        try {
            ready.requireAllowed(approval);
        } catch (ProblemException refused) {
            prepared.remove(step);
            failed(block, refused.problem(), now.status() == StepStatus.INTERRUPTED);
            return state();
        }
        boolean held = changes && takingUp.checksHold(block, cancel).isPresent();
        if (changes) {
            transcript.append(EntryKind.APPROVED, step, PreviewText.approval(approval));
        }
        transcript.append(EntryKind.STARTED, step, Interruption.started(ready, held));
        long begun = System.nanoTime();
        boolean done = false;
        try {
            Ran ran = ready.run(approval, listener, cancel);
            ObjectNode data = RunLines.sentence(ran.summary());
            data.put("milliseconds", (System.nanoTime() - begun) / 1_000_000);
            ran.evidence().forEach(data.withArray("evidence")::add);
            ran.captures().forEach(data.putObject("captures")::put);
            Interruption.proved(data, ran.verified());
            transcript.append(EntryKind.RAN, step, data);
            done = changes;
            verify(block, ran.verified() || !changes, ran.summary(), ran.evidence(), listener, cancel);
        } catch (Cancelled stopped) {
            if (done) {
                RunLines.notVerified(
                        transcript, block, "It was done; verifying it was stopped by " + tools.by() + ".", List.of());
            } else {
                transcript.append(EntryKind.INTERRUPTED, step, RunLines.sentence("Stopped by " + tools.by() + "."));
            }
        } catch (ProblemException failed) {
            failed(block, failed.problem(), isUnanswered(block, failed.problem()));
        } finally {
            prepared.remove(step);
        }
        return finishWhereDone();
    }

    /** Asks again whether a step that ran took effect. */
    public RunState verify(String step, StepListener listener, CancelToken cancel) {
        Block block = block(step);
        StepState now = requireTurn(step);
        if (now.status() == StepStatus.PENDING || now.status() == StepStatus.PREVIEWED) {
            throw refused(block, "RB-NOT-RUN", "it has not run.", "Run it first.");
        }
        try {
            verify(block, false, now.sentence(), now.evidence(), listener, cancel);
        } catch (Cancelled stopped) {
            transcript.append(EntryKind.NOTED, step, RunLines.sentence("Verifying was stopped by " + tools.by() + "."));
        }
        return finishWhereDone();
    }

    /** Takes a way. */
    public RunState decide(String step, String option) {
        Block block = block(step);
        requireTurn(step);
        if (block.kind() != BlockKind.DECISION || !block.field("options").has(option)) {
            throw refused(
                    block, "RB-OPTION", "\"" + option + "\" is none of its options.", "Choose one that it names.");
        }
        transcript.append(
                EntryKind.DECIDED,
                step,
                RunLines.sentence("Chosen: " + option)
                        .put("option", option)
                        .put("answer", option)
                        .put("by", tools.by()));
        return finishWhereDone();
    }

    /** A person's yes or note to {@code approve} and {@code manual}. */
    public RunState answer(String step, String text) {
        Block block = block(step);
        requireTurn(step);
        if (block.kind() != BlockKind.APPROVE && block.kind() != BlockKind.MANUAL) {
            throw refused(block, "RB-HUMAN", "no person answers it.", "Run it.");
        }
        transcript.append(
                EntryKind.VERIFIED,
                step,
                RunLines.sentence(
                                block.kind() == BlockKind.APPROVE
                                        ? "Approved by " + tools.by()
                                        : "Done by " + tools.by())
                        .put("answer", text)
                        .put("by", tools.by()));
        return finishWhereDone();
    }

    public RunState skip(String step, String reason) {
        Block block = block(step);
        requireTurn(step);
        requireReason(block, reason);
        transcript.append(
                EntryKind.SKIPPED,
                step,
                RunLines.sentence("Skipped: " + reason).put("reason", reason).put("by", tools.by()));
        return finishWhereDone();
    }

    public RunState abort(String reason) {
        if (reason.isBlank()) {
            throw new ProblemException(
                    new Problem(Problem.Kind.INVALID, "RB-REASON", "Aborting", id, "no reason is given.", "Say why."));
        }
        transcript.append(
                EntryKind.ABORTED,
                "",
                RunLines.sentence("Aborted: " + reason).put("reason", reason).put("by", tools.by()));
        return state();
    }

    public void note(String step, String text) {
        transcript.append(EntryKind.NOTED, step, RunLines.sentence(text).put("by", tools.by()));
    }

    private StepState requireTurn(String step) {
        StepState next = state().next().orElseThrow(() -> refused(block(step), "RB-ENDED", "the run has ended.", ""));
        if (!next.block().id().equals(step)) {
            throw refused(
                    block(step),
                    "RB-TURN",
                    "it is the turn of " + next.block().id() + ", which is "
                            + next.status().word() + ".",
                    "A step goes on when the one before it is verified or skipped.");
        }
        return next;
    }

    private Prepared ready(Block block, CancelToken cancel) {
        Prepared ready = prepared.get(block.id());
        if (ready == null && !RunChecks.changes(block)) {
            return StepActions.prepare(block, scope(block.id()), cancel, Progress.NONE);
        }
        Instant oldest = tools.clock().instant().minus(PREVIEW_HOLDS);
        if (ready == null || ready.preview().at().isBefore(oldest)) {
            throw refused(
                    block,
                    "RB-PREVIEW",
                    ready == null ? "it was not previewed." : "its preview is older than ten minutes.",
                    "Preview it, and approve what you see.");
        }
        return ready;
    }

    private boolean guardsHold(Block block, CancelToken cancel) {
        for (Block guard : runbook.guardsBefore(block)) {
            CheckAnswer answer = Checking.ask(guard, scope(), cancel);
            if (!answer.holds()) {
                ObjectNode data = RunLines.sentence(answer.sentence())
                        .put("why", "Guard " + guard.id() + ": " + answer.sentence());
                answer.evidence().forEach(data.withArray("evidence")::add);
                transcript.append(EntryKind.STOPPED, block.id(), data);
                return false;
            }
        }
        return true;
    }

    private void verify(
            Block block, boolean proved, String summary, List<String> seen, StepListener listener, CancelToken cancel) {
        List<Block> checks = runbook.verifiesOf(block.id());
        if (checks.isEmpty() && !proved) {
            RunLines.notVerified(transcript, block, summary + "; no check says whether it took effect", seen);
            return;
        }
        ObjectNode data = Transcript.data();
        StringBuilder said = new StringBuilder(summary);
        seen.forEach(data.withArray("evidence")::add);
        for (Block check : checks) {
            CheckAnswer answer = Verifying.until(check, scope(), listener, cancel);
            answer.evidence().forEach(data.withArray("evidence")::add);
            if (!answer.holds()) {
                RunLines.notVerified(transcript, block, summary + "; " + answer.sentence(), answer.evidence());
                return;
            }
            said.append("; ").append(answer.sentence());
        }
        transcript.append(EntryKind.VERIFIED, block.id(), data.put("sentence", said.toString()));
    }

    /** A request whose answer did not come may have been served all the same. */
    private static boolean isUnanswered(Block block, Problem problem) {
        boolean timedOut = problem.kind() == Problem.Kind.TIMED_OUT
                && RunChecks.changes(block)
                && (block.kind().isKube() || block.kind() == BlockKind.HTTP);
        return problem.kind() == Problem.Kind.CONNECTION_LOST || timedOut;
    }

    /** @param unknown whether it may have taken effect, now or when it was interrupted before */
    private void failed(Block block, Problem problem, boolean unknown) {
        ObjectNode data = RunLines.sentence(problem.message());
        data.put("code", problem.code()).put("answer", problem.answer()).put("next", problem.next());
        transcript.append(unknown ? EntryKind.INTERRUPTED : EntryKind.FAILED, block.id(), data);
    }

    private RunState finishWhereDone() {
        RunState state = state();
        if (state.ending() == RunState.Ending.OPEN && state.next().isEmpty()) {
            transcript.append(
                    EntryKind.FINISHED,
                    "",
                    Transcript.data()
                            .put("verified", state.count(StepStatus.VERIFIED))
                            .put("skipped", state.count(StepStatus.SKIPPED))
                            .put("notChosen", state.count(StepStatus.NOT_CHOSEN)));
            return state();
        }
        return state;
    }

    private StepScope scope() {
        return scope("");
    }

    private StepScope scope(String step) {
        RunState state = state();
        Optional<StepState> interrupted = state.step(step).filter(each -> each.status() == StepStatus.INTERRUPTED);
        return new StepScope(
                tools,
                target,
                state.variables(),
                runbook.inputs().stream()
                        .filter(input -> input.type() == InputType.SECRET)
                        .map(Input::name)
                        .collect(Collectors.toSet()),
                transcript.redactor(),
                forwards,
                folders.folder(id),
                "runbook " + runbook.name() + " " + runbook.digest() + " run " + id,
                interrupted.flatMap(StepState::begun),
                interrupted
                        .map(each -> takingUp.interruption(each.block()).marks())
                        .orElse(Map.of()));
    }

    private Block block(String step) {
        return runbook.block(step)
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "RB-STEP",
                        "Looking for the step",
                        "\"" + step + "\"",
                        "the runbook has none of this name.",
                        "\"plumbline runbook show\" lists them.")));
    }

    private static void requireReason(Block block, String reason) {
        if (reason.isBlank()) {
            throw refused(block, "RB-REASON", "no reason is given.", "Say why it is skipped.");
        }
    }

    private static ProblemException refused(Block block, String code, String answer, String next) {
        return new ProblemException(
                new Problem(Problem.Kind.CONFLICT, code, "Going on with step", block.id(), answer, next));
    }

    @Override
    public void close() {
        forwards.close();
        transcript.close();
    }
}
