package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.operation.migration.FetchedMigrations;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "apply",
        description = {
            "Runs the pending migrations: the plan that \"migration plan\" shows, through the same door as every other change, recorded",
            "as Atlas records them, and proved by reading again against what the scratch server became."
        })
final class MigrationApplyCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Mixin
    private MigrationRun run = new MigrationRun();

    MigrationApplyCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        try (FetchedMigrations fetched = migration.fetch(session, options)) {
            Optional<String> dsn = options.dsn().or(fetched::dsn);
            if (dsn.isEmpty()) {
                session.console().note("migration apply needs the database: --dsn or --upgrade.");
                return ExitCode.USAGE;
            }
            return run.run(session, options, dsn.get(), migration.choice(fetched));
        }
    }
}
