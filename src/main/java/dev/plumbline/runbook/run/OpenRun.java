package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.RunPresence;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.step.OpenForwards;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.RunbookTools;
import dev.plumbline.runbook.step.StepScope;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Transcript;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A run with its transcript open: what every part of it shares, and how each writes to and reads from the one record. Used by one thread at a time. */
final class OpenRun implements AutoCloseable {
    private final String id;
    private final Runbook runbook;
    private final RunTarget target;
    private final RunbookTools tools;
    private final RunFolders folders;
    private final Transcript transcript;
    private final OpenForwards forwards = new OpenForwards();
    private final RunPresence presence;
    private final Replay replay;

    OpenRun(
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
        this.presence = tools.sql().presence(runbook.name());
        this.replay = new Replay(runbook);
    }

    String id() {
        return id;
    }

    Runbook runbook() {
        return runbook;
    }

    RunTarget target() {
        return target;
    }

    RunbookTools tools() {
        return tools;
    }

    /** Where files of the run are kept. */
    Path folder() {
        return folders.folder(id);
    }

    Transcript transcript() {
        return transcript;
    }

    /** What the transcript leads to, and nothing else. */
    RunState state() {
        return replay.go(transcript.entriesAfter(replay.taken()));
    }

    Interruption interruption(Block block) {
        return Interruption.of(transcript.entries(), block.id());
    }

    /** @throws ProblemException where it is another step's turn */
    StepState requireTurn(String step) {
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

    /** Closes a run that has nothing left to do. */
    RunState finishWhereDone() {
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

    StepScope scope() {
        return scope("");
    }

    StepScope scope(String step) {
        return scope(step, each -> each.status() == StepStatus.INTERRUPTED);
    }

    /** With what the step wrote down of itself before it ran, however it ended. */
    StepScope scopeOfRan(String step) {
        return scope(step, each -> true);
    }

    private StepScope scope(String step, Predicate<StepState> isMarked) {
        RunState state = state();
        Optional<StepState> marked = state.step(step).filter(isMarked);
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
                presence,
                folders.folder(id),
                "runbook " + runbook.name() + " " + runbook.digest() + " run " + id,
                marked.flatMap(StepState::begun),
                marked.map(each -> interruption(each.block()).marks()).orElse(Map.of()));
    }

    Block block(String step) {
        return runbook.block(step)
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "RB-STEP",
                        "Looking for the step",
                        "\"" + step + "\"",
                        "the runbook has none of this name.",
                        "\"plumbline runbook show\" lists them.")));
    }

    static ObjectNode sentence(String text) {
        return Transcript.data().put("sentence", text);
    }

    static ProblemException refused(Block block, String code, String answer, String next) {
        return new ProblemException(
                new Problem(Problem.Kind.CONFLICT, code, "Going on with step", block.id(), answer, next));
    }

    @Override
    public void close() {
        presence.close();
        forwards.close();
        transcript.close();
    }
}
