package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Fault;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.StepClassifier;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "A runbook's inputs and steps, each with its class; --text prints it as it is written.")
final class RunbookShowCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "RUNBOOK", description = "its name in the list, or a file")
    private String name = "";

    @Option(names = "--text", description = "the Markdown itself")
    private boolean text;

    RunbookShowCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Runbook runbook = session.runbooks().library(List.of()).find(name).runbook();
        Console console = session.console();
        if (text) {
            console.raw(runbook.text());
            return ExitCode.DONE;
        }
        if (options.json()) {
            console.json(RunbookText.json(runbook));
        } else {
            console.line(runbook.title());
            console.line(runbook.purpose());
            console.line("");
            TextTable inputs = new TextTable("INPUT", "TYPE", "DEFAULT", "WHAT");
            runbook.inputs()
                    .forEach(input -> inputs.row(
                            input.name(), input.type().word(), input.standard().orElse("(needed)"), input.label()));
            console.lines(inputs.lines());
            console.line("");
            TextTable steps = new TextTable("STEP", "KIND", "CLASS", "VERIFIED BY");
            for (Block step : runbook.steps()) {
                steps.row(
                        step.id(),
                        step.kind().words()
                                + step.dependsOn()
                                        .map(other -> (step.has(Block.GIVEN) ? ", given " : ", unless ") + other)
                                        .orElse(""),
                        StepClassifier.of(step).word(),
                        String.join(
                                ", ",
                                runbook.verifiesOf(step.id()).stream()
                                        .map(Block::id)
                                        .toList()));
            }
            console.lines(steps.lines());
        }
        runbook.faults().stream().map(Fault::shown).forEach(console::note);
        return runbook.faults().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
