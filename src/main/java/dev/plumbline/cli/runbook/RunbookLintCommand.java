package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.lint.ClusterSchema;
import dev.plumbline.runbook.lint.LiveSchema;
import dev.plumbline.runbook.lint.RunbookFinding;
import dev.plumbline.runbook.lint.RunbookLint;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(names = "--cluster", description = "also hold its kinds and fields against the cluster of the context")
    private boolean cluster;

    RunbookLintCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    private ClusterSchema schema() {
        return cluster
                ? new LiveSchema(
                        session.runbooks().tools().kube(),
                        session.context(options).name(),
                        new CancelToken())
                : ClusterSchema.none();
    }

    @Override
    public Integer call() {
        Runbook runbook = session.runbooks().library(List.of()).find(name).runbook();
        List<RunbookFinding> findings = new RunbookLint().lint(runbook, schema());
        if (options.json()) {
            session.console().json(JsonFields.node(findings));
        } else {
            findings.forEach(finding -> session.console().line(finding.shown()));
            session.console().note(findings.size() == 1 ? "1 finding." : findings.size() + " findings.");
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
