package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.Undo;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "undo",
        description = {
            "Undoes the last migrations by the ways back that lie beside them (pg-flux: _undo.sql, \"-- +migrate Down\"): planned, traced,",
            "judged, approved and proved as a run is, each record taken away in the transaction of its way back."
        })
final class MigrationUndoCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Mixin
    private MigrationRun run = new MigrationRun();

    @ArgGroup
    private @Nullable HowFar far;

    MigrationUndoCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    /** One of both; the last one when none is given. */
    static final class HowFar {
        @Option(names = "--steps", paramLabel = "N", description = "undo the last N (default: 1)")
        private int steps;

        @Option(
                names = "--to",
                paramLabel = "VERSION",
                description = "undo what was run behind this version, which stays")
        private @Nullable String to;

        Undo undo() {
            return to == null ? new Undo(steps, Optional.empty()) : Undo.to(to);
        }
    }

    @Override
    public Integer call() {
        try (FetchedMigrations fetched = migration.fetch(session, options)) {
            Optional<String> dsn = options.dsn().or(fetched::dsn);
            if (dsn.isEmpty()) {
                session.console().note("migration undo needs the database: --dsn or --upgrade.");
                return ExitCode.USAGE;
            }
            Undo undo = far == null ? Undo.LAST : far.undo();
            MigrationChoice choice = migration.choice(fetched).undoing(Optional.of(undo));
            return run.run(session, options, dsn.get(), choice);
        }
    }
}
