package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TerminalText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.run.AskedAbout;
import dev.plumbline.runbook.run.RunState;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.StepState;
import dev.plumbline.runbook.run.StepStatus;
import dev.plumbline.runbook.run.TypedWords;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.StepActions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a runbook's steps one after the other, as far as what was allowed beforehand reaches; what it stops at is told with what would let it go on. */
final class RunbookDriver {
    private final Console console;
    private final RunbookRun run;
    private final RunbookChoice choice;
    private final Set<StepClass> classes;
    private final CancelToken cancel = new CancelToken();
    private final java.util.function.Consumer<String> told;

    RunbookDriver(Console console, GlobalOptions options, RunbookRun run, RunbookChoice choice) {
        this.told = options.json() ? console::note : console::line;
        this.console = console;
        this.run = run;
        this.choice = choice;
        this.classes = choice.classes();
    }

    int go() {
        while (true) {
            RunState state = run.state();
            Optional<StepState> next = state.next();
            if (next.isEmpty()) {
                return ExitCode.DONE;
            }
            Optional<String> stopped = step(next.get());
            if (stopped.isPresent()) {
                note(stopped.get());
                return ExitCode.REFUSED;
            }
            StepState after = run.state().step(next.get().block().id()).orElseThrow();
            told.accept(
                    TerminalText.of(after.block().id() + ": " + after.status().word() + ". " + after.sentence()));
            if (!after.status().isBehind()) {
                if (!run.state().stopped().isEmpty()) {
                    note("Stopped: " + run.state().stopped());
                }
                return ExitCode.FAILED;
            }
        }
    }

    /** What keeps it from being done now, empty when it was done. */
    private Optional<String> step(StepState step) {
        Block block = step.block();
        String id = block.id();
        if (choice.skip(id).isPresent()) {
            run.skip(id, choice.skip(id).get());
            return Optional.empty();
        }
        if (StepActions.asksAPerson(block)) {
            return person(block);
        }
        if (step.status() == StepStatus.NOT_VERIFIED) {
            run.verify(id, this::note, cancel);
            return Optional.empty();
        }
        StepClass known = StepClassifier.of(block);
        if (!classes.contains(known) && !known.changes()) {
            return Optional.of(id + " is of class " + known.word() + ": allow it with --yes-for.");
        }
        Preview preview;
        try {
            preview = run.preview(id, cancel, dev.plumbline.job.Progress.NONE);
        } catch (ProblemException unknown) {
            return Optional.of(id + " cannot be looked at: " + unknown.problem().message() + " ["
                    + unknown.problem().code() + "]");
        }
        show(id, preview);
        if (!classes.contains(preview.stepClass())) {
            return Optional.of(id + " is of class " + preview.stepClass().word()
                    + " and was only previewed: allow it with --yes-for, or skip it with --skip " + id + "=REASON.");
        }
        run.run(
                id,
                choice.approval(
                        id,
                        preview,
                        run.runbook().steps().stream().map(Block::id).collect(Collectors.toSet()),
                        run.target(),
                        System.getProperty("user.name", "unknown")),
                this::note,
                cancel);
        return Optional.empty();
    }

    private Optional<String> person(Block block) {
        String id = block.id();
        String question = question(block);
        if (block.kind() == BlockKind.DECISION) {
            Optional<String> option = choice.choice(id);
            option.ifPresent(chosen -> run.decide(id, chosen));
            List<String> options = List.copyOf(names(block));
            return option.isPresent()
                    ? Optional.empty()
                    : asked(block, question + " Choose with --choose " + id + "=" + String.join("|", options) + ".");
        }
        Optional<String> answer = choice.answer(id);
        String typed = TypedWords.of(block, run.state());
        if (!typed.isEmpty() && !answer.equals(Optional.of(typed))) {
            return asked(
                    block,
                    question + " Only what is typed letter by letter answers it: --answer \"" + id + "=" + typed
                            + "\".");
        }
        if (answer.isEmpty() && !classes.contains(StepClass.HUMAN)) {
            return asked(
                    block, (question.isEmpty() ? block.title() : question) + " Answer with --answer " + id + "=TEXT.");
        }
        run.answer(id, answer.orElse("allowed by --yes-for human"));
        return Optional.empty();
    }

    private String question(Block block) {
        return AskedAbout.words(block.text("question"), run.state().variables());
    }

    /** What it is about stands before it. */
    private Optional<String> asked(Block block, String question) {
        for (StepState seen : AskedAbout.of(run.state(), block)) {
            note("── " + seen.block().id() + ": " + seen.status().word() + ". " + seen.sentence());
            seen.evidence().forEach(line -> note("   " + line));
        }
        return Optional.of(block.id() + ": " + question);
    }

    private static List<String> names(Block block) {
        List<String> names = new java.util.ArrayList<>();
        block.field("options").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void show(String id, Preview preview) {
        note("── " + id + " (" + preview.stepClass().word() + ", "
                + preview.verdict().words() + ") on " + preview.target());
        preview.command().lines().forEach(line -> note("   " + line));
        preview.lines().forEach(line -> note("   · " + line));
    }

    /** What came from a database or a cluster must not speak to the terminal. */
    private void note(String line) {
        console.note(TerminalText.of(line));
    }
}
