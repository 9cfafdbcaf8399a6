package dev.plumbline.cli;

import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.lint.RunbookFinding;
import dev.plumbline.runbook.lint.RunbookLint;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        description =
                "What the author of a runbook overlooked: harm, waits for what nothing sets, changes that nothing verifies.")
final class RunbookLintCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "RUNBOOK", description = "its name in the list, or a file")
    private String name = "";

    RunbookLintCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Runbook runbook = session.runbooks().library(List.of()).find(name).runbook();
        List<RunbookFinding> findings = new RunbookLint().lint(runbook);
        if (options.json()) {
            session.console().json(JsonFields.node(findings));
        } else {
            findings.forEach(finding -> session.console().line(finding.shown()));
            session.console().note(findings.size() == 1 ? "1 finding." : findings.size() + " findings.");
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
