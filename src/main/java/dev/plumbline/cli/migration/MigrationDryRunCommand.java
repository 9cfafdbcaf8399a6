package dev.plumbline.cli.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.RunEnding;
import dev.plumbline.cli.output.RunProgress;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.FetchedMigrations;
import dev.plumbline.operation.migration.MigrationTrial;
import dev.plumbline.operation.migration.Migrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.operation.migration.TriedMigrations;
import dev.plumbline.plan.Plan;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "dry-run",
        description = {
            "Runs the pending migrations on the live server in one transaction and rolls it back: what they really lock, write anew",
            "and change there, and how long they take on its rows. The locks are real and others wait for them, so it takes --live.",
            "\"migration plan\" tells what a run would do without touching the database."
        })
final class MigrationDryRunCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Mixin
    private ApprovalOptions approving = new ApprovalOptions();

    @Option(names = "--live", description = "yes, run it on the live server, under its real locks, and roll it back")
    private boolean live;

    MigrationDryRunCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        if (!live) {
            session.console()
                    .note(
                            "migration dry-run runs on the live server and rolls back: it takes real locks meanwhile. Say --live when that is meant; \"migration plan\" tells what a run would do on a scratch server.");
            return ExitCode.USAGE;
        }
        try (FetchedMigrations fetched = migration.fetch(session, options)) {
            Optional<String> dsn = options.dsn().or(fetched::dsn);
            if (dsn.isEmpty()) {
                session.console().note("migration dry-run needs the database: --dsn or --upgrade.");
                return ExitCode.USAGE;
            }
            Migrations migrations = session.operations().migrations();
            PlannedMigrations planned = migrations
                    .plans()
                    .plan(dsn.get(), migration.choice(fetched), new CancelToken(), session.progress(options));
            return tryOut(migrations, migrations.tries().prepare(planned));
        }
    }

    private int tryOut(Migrations migrations, MigrationTrial trial) {
        Console console = session.console();
        if (!options.json()) {
            MigrationPlanCommand.show(trial.planned(), options, console);
            trial.ofTheTrialAlone().forEach(refusal -> console.line(refused(refusal)));
            console.line("");
        }
        if (approving.keepsFromRunning(trial.plan(), console)) {
            console.note("Nothing was run.");
            showAsJson(trial, Optional.empty());
            return ExitCode.REFUSED;
        }
        if (trial.plan().isEmpty()) {
            showAsJson(trial, Optional.empty());
            return ExitCode.DONE;
        }
        MigrationTrial.BEFORE.forEach(console::note);
        TriedMigrations tried = migrations
                .tries()
                .run(
                        trial,
                        approving.approval(trial.plan(), options),
                        new RunProgress(console),
                        options.context(),
                        new CancelToken());
        tried.outcome().problem().ifPresent(console::error);
        if (options.json()) {
            showAsJson(trial, Optional.of(tried));
        } else {
            console.lines(TrialLines.of(tried));
        }
        return RunEnding.exitCode(tried.outcome());
    }

    private static String refused(Plan.Refusal refusal) {
        return "REFUSED " + refusal.checkCode() + " " + Visible.text(refusal.what()) + ": "
                + Visible.text(refusal.why());
    }

    /** One document: the plan, what keeps it from being tried, and how it went. */
    private void showAsJson(MigrationTrial trial, Optional<TriedMigrations> tried) {
        if (options.json()) {
            JsonNode plan = MigrationJson.of(trial.planned());
            ObjectNode all = plan.deepCopy();
            all.set("trial", TrialJson.of(trial, tried));
            session.console().json(all);
        }
    }
}
