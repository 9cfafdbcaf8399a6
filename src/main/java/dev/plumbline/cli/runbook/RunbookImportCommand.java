package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.imports.ImportPage;
import dev.plumbline.runbook.imports.ImportedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Turns a page with kubectl, psql, pg_dump and curl snippets into a runbook, on standard output; every guess is marked in it.",
            "What its blocks do, and what the linter says of it, is told on standard error."
        })
final class RunbookImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "PAGE", description = "a Markdown or text file")
    private Path page = Path.of("");

    RunbookImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ImportedPage imported = ImportPage.of(name(), text());
        Console console = session.console();
        console.raw(imported.text());
        TextTable table = new TextTable("BLOCK", "KIND", "CLASS");
        imported.runbook()
                .steps()
                .forEach(step -> table.row(
                        step.id(), step.kind().words(), StepClassifier.of(step).word()));
        table.lines().forEach(console::note);
        imported.findings().forEach(finding -> console.note(finding.shown()));
        console.note(
                imported.guesses().size() + " guesses, " + imported.findings().size() + " findings.");
        return ExitCode.DONE;
    }

    /** What the runbook will be called: places in findings are its own. */
    private String name() {
        return String.valueOf(page.getFileName()).replaceFirst("\\.[A-Za-z]+$", "") + ".md";
    }

    private String text() {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.NOT_FOUND,
                            "RB-FILE",
                            "Reading the page",
                            page.toString(),
                            unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage(),
                            "Name a text file in UTF-8."),
                    unreadable);
        }
    }
}
