package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.RunEnding;
import dev.plumbline.cli.output.RunProgress;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.Migrations;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans, shows and runs migrations, as the commands that change a database do. */
final class MigrationRun {
    private static final String DONE = "#done";
    private static final Pattern STATEMENT = Pattern.compile("(.+)#\\d+");

    @Mixin
    private ApprovalOptions approving = new ApprovalOptions();

    @Option(names = "--dry-run", description = "show the plan, run nothing")
    private boolean dryRun;

    int run(Session session, GlobalOptions options, String dsn, MigrationChoice choice) {
        Console console = session.console();
        Migrations migrations = session.operations().migrations();
        PlannedMigrations planned = migrations.plans().plan(dsn, choice, new CancelToken(), session.progress(options));
        MigrationPlanCommand.show(planned, options, console);
        if (approving.keepsFromRunning(planned.plan(), console)) {
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
                        approval(planned.plan(), options),
                        new RunProgress(console),
                        options.context(),
                        new CancelToken());
        outcome.problem().ifPresent(console::error);
        tellWhatStands(outcome, console);
        if (options.json()) {
            console.note(RunEnding.words(outcome));
        } else {
            console.line(RunEnding.words(outcome));
        }
        return RunEnding.exitCode(outcome);
    }

    private static void tellWhatStands(RunOutcome outcome, Console console) {
        if (outcome.ending() == RunOutcome.Ending.VERIFIED || outcome.ending() == RunOutcome.Ending.REFUSED) {
            return;
        }
        List<String> stands = outcome.steps().stream()
                .filter(step -> step.state() == RunOutcome.StepOutcome.State.STANDS)
                .map(RunOutcome.StepOutcome::stepId)
                .toList();
        Set<String> whole = stands.stream()
                .filter(id -> id.endsWith(DONE))
                .map(id -> id.substring(0, id.length() - DONE.length()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        console.note("Files that stand: " + (whole.isEmpty() ? "none" : String.join(", ", whole)) + ".");
        stands.stream()
                .map(STATEMENT::matcher)
                .filter(Matcher::matches)
                .map(statement -> statement.group(1))
                .filter(file -> !whole.contains(file))
                .findFirst()
                .ifPresent(file -> console.note("A part of " + file
                        + " stands: \"migration repair\" tells which, \"migration resume\" goes on behind it."));
    }

    /** Whether nothing is to be run. */
    boolean isDry() {
        return dryRun;
    }

    Approval approval(Plan plan, GlobalOptions options) {
        return approving.approval(plan, options);
    }
}
