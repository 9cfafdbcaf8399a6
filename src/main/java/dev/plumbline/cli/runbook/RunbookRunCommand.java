package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Runs a runbook step by step: each is previewed, run if its class was allowed, and verified; the next goes on only then.",
            "Stops where a person is asked, and tells how to resume. --dry-run looks at all steps and runs none."
        })
final class RunbookRunCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(index = "0", paramLabel = "RUNBOOK", description = "its name in the list, or a file")
    private String name = "";

    @Option(
            names = {"-i", "--input"},
            paramLabel = "NAME=VALUE",
            description = "an input (may be repeated)")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(names = "--dry-run", description = "what each step would do, as far as that can be told; run none")
    private boolean dryRun;

    @Mixin
    private RunbookChoice choice = new RunbookChoice();

    RunbookRunCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Runbooks runbooks = session.runbooks();
        RunbookFiles files = runbooks.library(List.of()).find(name);
        try (RunbookRun run =
                RunbookRun.begin(runbooks.runs(), files, choice.target(session, options), inputs, runbooks.tools())) {
            if (dryRun) {
                return new RunbookDryRun(session.console(), options, run).go();
            }
            RunbookDriver driver = new RunbookDriver(session.console(), options, run, choice);
            session.console().note("Run " + run.id());
            return RunbookEnd.tell(session.console(), options, run, driver.go());
        }
    }
}
