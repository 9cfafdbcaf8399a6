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
            "What its blocks do, what was guessed, and what the linter says of it, is told on standard error; lines are those of the runbook."
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
        imported.guesses().forEach(guess -> console.note(guess.shown()));
        imported.findings().forEach(finding -> console.note(finding.shown()));
        console.note(counted(imported.guesses().size(), "guess", "guesses") + ", "
                + counted(imported.findings().size(), "finding", "findings") + ".");
        return ExitCode.DONE;
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The runbook goes to standard output, and where from there only the caller knows: places name the page, and say that they are not in it. */
    private String name() {
        return page.getFileName() + " as imported";
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
