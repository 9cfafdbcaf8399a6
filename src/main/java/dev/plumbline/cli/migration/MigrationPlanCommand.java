package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = {
            "What a run of the pending migrations would do, statement by statement: run on a scratch server of the database's",
            "structure, with the locks that were taken there, what was rewritten and scanned, and what changed. Changes nothing."
        })
final class MigrationPlanCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    MigrationPlanCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        PlannedMigrations planned;
        try (FetchedMigrations fetched = migration.fetch(session, options)) {
            Optional<String> dsn = options.dsn().or(fetched::dsn);
            if (dsn.isEmpty()) {
                console.note("migration plan needs the database: --dsn or --upgrade.");
                return ExitCode.USAGE;
            }
            planned = session.operations()
                    .migrations()
                    .plans()
                    .plan(dsn.get(), migration.choice(fetched), new CancelToken(), session.progress(options));
        }
        show(planned, options, console);
        if (!planned.plan().blockingRefusals().isEmpty()) {
            return ExitCode.REFUSED;
        }
        return options.detailedExitCode() && !planned.plan().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    static void show(PlannedMigrations planned, GlobalOptions options, Console console) {
        planned.notes().forEach(console::note);
        if (options.json()) {
            console.json(MigrationJson.of(planned));
        } else {
            console.line(planned.plan().target().shown());
            if (!planned.choice().source().isEmpty()) {
                console.line("files of " + planned.choice().source());
            }
            console.line("traced on PostgreSQL " + planned.trace().major()
                    + ", where the tables are empty: how long a statement takes on rows is not known from it");
            console.line("");
            console.lines(MigrationLines.of(planned));
        }
    }
}
