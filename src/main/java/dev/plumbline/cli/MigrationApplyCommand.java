package dev.plumbline.cli;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.migration.Migrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--allow",
            paramLabel = "STEP",
            description = "run this held back statement, such as 2_b.sql#3 (may be repeated)")
    private Set<String> allowed = new LinkedHashSet<>();

    @Option(names = "--dry-run", description = "show the plan, run nothing")
    private boolean dryRun;

    @Option(names = "--confirm", paramLabel = "DATABASE", description = "run only when the database is called so")
    private String confirm = "";

    MigrationApplyCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("migration apply needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        Migrations migrations = session.operations().migrations();
        PlannedMigrations planned =
                migrations.plans().plan(dsn.get(), migration.choice(), new CancelToken(), session.progress(options));
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
        RunOutcome outcome =
                migrations.runs().run(planned, approval(planned), new RunProgress(console), new CancelToken());
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
                .filter(id -> id.endsWith("#done"))
                .map(id -> id.substring(0, id.length() - "#done".length()))
                .collect(Collectors.joining(", "));
        console.note("Files that stand: " + (stands.isEmpty() ? "none" : stands) + ".");
    }

    private Approval approval(PlannedMigrations planned) {
        SafeMode usual = confirm.isEmpty() ? SafeMode.CONFIRM : SafeMode.PRODUCTION;
        return new Approval(
                planned.plan().digest(),
                allowed,
                confirm,
                options.readOnly() ? SafeMode.READ_ONLY : usual,
                System.getProperty("user.name", "unknown"));
    }
}
