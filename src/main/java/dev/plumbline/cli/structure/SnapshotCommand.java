package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "snapshot",
        description =
                "The live catalog of a Database resource, or of --dsn, as JSON. The same database gives the same bytes but for the header.")
public final class SnapshotCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "",
            description = "the Database resource (without it: --dsn)")
    private String name = "";

    public SnapshotCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        if (name.isEmpty() && options.dsn().isEmpty()) {
            session.console().note("snapshot needs the NAME of a Database resource, or --dsn.");
            return ExitCode.USAGE;
        }
        CancelToken cancel = new CancelToken();
        String json = name.isEmpty()
                ? session.operations().snapshots().ofDsn(options.dsn().orElseThrow(), cancel)
                : session.operations().snapshots().ofResource(session.database(options, name), cancel);
        session.console().raw(json);
        return ExitCode.DONE;
    }
}
