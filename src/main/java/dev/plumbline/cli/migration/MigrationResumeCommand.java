package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.operation.migration.FetchedMigrations;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = {
            "Goes on with a file that an earlier run stopped in, and with what is pending behind it. What is recorded as run is not",
            "run again; a statement that took effect before it could be recorded is told from the catalog."
        })
final class MigrationResumeCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(
            names = "--from-statement",
            paramLabel = "N",
            description =
                    "go on with this statement; you say that those before it ran (default: behind what is recorded)")
    private int from;

    @Mixin
    private MigrationRun run = new MigrationRun();

    MigrationResumeCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        try (FetchedMigrations fetched = migration.fetch(session, options)) {
            Optional<String> dsn = options.dsn().or(fetched::dsn);
            if (dsn.isEmpty()) {
                session.console().note("migration resume needs the database: --dsn or --upgrade.");
                return ExitCode.USAGE;
            }
            return run.run(
                    session, options, dsn.get(), migration.choice(fetched).resumingFrom(Math.max(0, from)));
        }
    }
}
