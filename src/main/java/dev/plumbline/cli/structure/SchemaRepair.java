package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.cli.output.RunEnding;
import dev.plumbline.cli.output.RunProgress;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.operation.structure.StructureGuard;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.structure.StructureScript;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The part of {@code drift NAME} that sets a table right: shown first, run when asked to, each held back step when it is named. */
final class SchemaRepair {
    @Option(names = "--repair", description = "give the table all that the resource asks for")
    private boolean repair;

    @Option(names = "--dry-run", description = "with --repair: show the steps and what was counted, run nothing")
    private boolean dryRun;

    @Option(
            names = "--allow",
            paramLabel = "STEP",
            description = "with --repair: run this held back step (may be repeated)")
    private List<String> allowed = List.of();

    @Option(
            names = "--without",
            paramLabel = "STEP",
            description = "with --repair: leave this step out (may be repeated)")
    private List<String> without = List.of();

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "where the context asks for it: the database's name, with --force-reconcile the resource's")
    private String confirm = "";

    /** What was given with --confirm. */
    String confirmed() {
        return confirm;
    }

    boolean isAskedFor() {
        return repair;
    }

    Set<OutputFormat> formats() {
        return dryRun ? EnumSet.of(OutputFormat.TEXT, OutputFormat.SQL) : EnumSet.of(OutputFormat.TEXT);
    }

    int run(Session session, GlobalOptions options, CheckSchemas.Scope scope) {
        FixSchema operation = session.operations().schemaFixes();
        FixSchema.Fix fix = operation.plan(scope, Set.copyOf(without), new CancelToken(), session.progress(options));
        SchemaRenames.require(scope.renamed(), fix.reports());
        if (options.output() == OutputFormat.SQL) {
            session.console()
                    .raw(StructureScript.write(
                            fix.way(),
                            Optional.of(StructureGuard.of(
                                    fix.way(),
                                    fix.drift().live(),
                                    Optional.of(fix.plan().target().server())))));
            return ExitCode.DONE;
        }
        Console console = session.console();
        console.lines(SchemaDriftText.of(fix.reports()));
        console.line("");
        console.lines(StepLines.of(fix.way(), fix.counted(), fix.plan(), Set.copyOf(allowed)));
        Plan plan = fix.plan();
        if (plan.isEmpty()) {
            console.line("Nothing to do.");
            return ExitCode.DONE;
        }
        if (dryRun) {
            return plan.blockingRefusals().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        }
        RunOutcome outcome = operation.run(
                scope, fix, approval(session, options, scope, plan), new RunProgress(console), new CancelToken());
        outcome.problem().ifPresent(console::error);
        console.line(RunEnding.words(outcome));
        return RunEnding.exitCode(outcome);
    }

    private Approval approval(Session session, GlobalOptions options, CheckSchemas.Scope scope, Plan plan) {
        SafeMode mode = options.readOnly()
                ? SafeMode.READ_ONLY
                : session.operations().care().mode(scope.context());
        return new Approval(
                plan.digest(), new HashSet<>(allowed), confirm, mode, System.getProperty("user.name", "unknown"));
    }
}
