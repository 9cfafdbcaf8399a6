package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.bundle.BundleWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bundle",
        description = {
            "Writes all that is known of a run into a new folder, with checksums: runbook, transcript, resources, events, plans and what was executed, snapshots.",
            "\"runbook open\" reads it without any server."
        })
final class RunbookBundleCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "the run, as \"runbook runs\" lists it")
    private String id = "";

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "a folder that is new or empty")
    private Path folder = Path.of("");

    RunbookBundleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path written = new BundleWriter(session.runbooks()).write(id, folder.toAbsolutePath(), new CancelToken());
        session.console().line("Bundle: " + written);
        session.console()
                .note("The chain is closed by "
                        + session.runbooks().runs().transcript(id).head() + ": keep this hash elsewhere.");
        return ExitCode.DONE;
    }
}
