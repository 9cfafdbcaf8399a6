package dev.plumbline.cli.runbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.run.AskedAbout;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.StepActions;
import java.util.List;

/** Looks at every step of a run and runs none; what a later step would do is only known as far as nothing before it has to run first. The run's history says then that it was a dry run. */
final class RunbookDryRun {
    private final Console console;
    private final GlobalOptions options;
    private final RunbookRun run;

    RunbookDryRun(Console console, GlobalOptions options, RunbookRun run) {
        this.console = console;
        this.options = options;
        this.run = run;
    }

    int go() {
        List<Looked> all = run.runbook().steps().stream().map(this::look).toList();
        run.endDryRun();
        if (options.json()) {
            ObjectNode node =
                    JsonNodeFactory.instance.objectNode().put("run", run.id()).put("ending", "dry-run");
            ArrayNode steps = node.putArray("steps");
            all.forEach(each -> steps.addObject()
                    .put("id", each.id())
                    .put("class", each.of().word())
                    .put("would", each.would())
                    .put("what", each.what()));
            console.json(node);
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("STEP", "CLASS", "WOULD", "WHAT");
        all.forEach(each -> table.row(each.id(), each.of().word(), each.would(), each.what()));
        console.lines(table.lines());
        return ExitCode.DONE;
    }

    /** What a step would do, in a word and in words. */
    private record Looked(String id, StepClass of, String would, String what) {}

    private Looked look(Block block) {
        if (StepActions.asksAPerson(block)) {
            return new Looked(
                    block.id(),
                    StepClassifier.of(block),
                    "asks",
                    AskedAbout.words(block.text("question"), run.state().variables()));
        }
        try {
            Preview preview = run.preview(block.id(), new CancelToken(), Progress.NONE);
            return new Looked(
                    block.id(), preview.stepClass(), preview.verdict().words(), String.join("; ", preview.lines()));
        } catch (ProblemException unknown) {
            return new Looked(
                    block.id(),
                    StepClassifier.of(block),
                    "cannot tell",
                    unknown.problem().answer());
        }
    }
}
