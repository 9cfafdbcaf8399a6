package dev.plumbline.cli;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.Migrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Plans, shows and runs migrations, as the commands that change a database do. */
final class MigrationRun {
    private static final String DONE = "#done";

    @Option(
            names = "--allow",
            paramLabel = "STEP",
            description = "run this held back statement, such as 2_b.sql#3 (may be repeated)")
    private Set<String> allowed = new LinkedHashSet<>();

    @Option(names = "--dry-run", description = "show the plan, run nothing")
    private boolean dryRun;

    @Option(names = "--confirm", paramLabel = "DATABASE", description = "run only when the database is called so")
    private String confirm = "";

    int run(Session session, GlobalOptions options, String dsn, MigrationChoice choice) {
        Console console = session.console();
        Migrations migrations = session.operations().migrations();
        PlannedMigrations planned = migrations.plans().plan(dsn, choice, new CancelToken(), session.progress(options));
        MigrationPlanCommand.show(planned, options, console);
        List<Step> heldBack = planned.plan().steps().stream()
                .filter(step -> step.destructive() && !allowed.contains(step.id()))
                .toList();
        heldBack.forEach(
                step -> console.note("Held back: " + step.id() + ". Allow it with --allow " + step.id() + "."));
        if (!heldBack.isEmpty() || !planned.plan().blockingRefusals().isEmpty()) {
            console.note("Nothing was run.");
            return ExitCode.REFUSED;
        }
        if (dryRun || planned.plan().isEmpty()) {
            return ExitCode.DONE;
        }
        RunOutcome outcome = migrations
                .runs()
                .run(
                        planned,
                        approval(planned, options),
                        new RunProgress(console),
                        options.context(),
                        new CancelToken());
        outcome.problem().ifPresent(console::error);
        tellWhatStands(outcome, console);
        if (options.json()) {
            console.note(SchemaRepair.ending(outcome));
        } else {
            console.line(SchemaRepair.ending(outcome));
        }
        return SchemaRepair.exitCode(outcome);
    }

    private static void tellWhatStands(RunOutcome outcome, Console console) {
        if (outcome.ending() == RunOutcome.Ending.VERIFIED || outcome.ending() == RunOutcome.Ending.REFUSED) {
            return;
        }
        String stands = outcome.steps().stream()
                .filter(step -> step.state() == RunOutcome.StepOutcome.State.STANDS)
                .map(RunOutcome.StepOutcome::stepId)
                .filter(id -> id.endsWith(DONE))
                .map(id -> id.substring(0, id.length() - DONE.length()))
                .collect(Collectors.joining(", "));
        console.note("Files that stand: " + (stands.isEmpty() ? "none" : stands) + ".");
    }

    private Approval approval(PlannedMigrations planned, GlobalOptions options) {
        return approval(planned.plan(), options);
    }

    /** Whether nothing is to be run. */
    boolean isDry() {
        return dryRun;
    }

    Approval approval(Plan plan, GlobalOptions options) {
        SafeMode usual = confirm.isEmpty() ? SafeMode.CONFIRM : SafeMode.PRODUCTION;
        return new Approval(
                plan.digest(),
                allowed,
                confirm,
                options.readOnly() ? SafeMode.READ_ONLY : usual,
                System.getProperty("user.name", "unknown"));
    }
}
