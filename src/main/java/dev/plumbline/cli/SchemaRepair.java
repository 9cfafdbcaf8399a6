package dev.plumbline.cli;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureScript;
import dev.plumbline.plan.structure.StructureStep;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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
        if (options.output() == OutputFormat.SQL) {
            session.console().raw(StructureScript.write(fix.way()));
            return ExitCode.DONE;
        }
        Console console = session.console();
        console.lines(SchemaDriftText.of(fix.reports()));
        console.line("");
        steps(console, fix);
        Plan plan = fix.plan();
        if (plan.isEmpty()) {
            console.line("Nothing to do.");
            return ExitCode.DONE;
        }
        if (dryRun) {
            return plan.blockingRefusals().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        }
        RunOutcome outcome =
                operation.run(scope, fix, approval(session, options, scope, plan), RunListener.NONE, new CancelToken());
        outcome.problem().ifPresent(console::error);
        console.line(ending(outcome));
        return exitCode(outcome);
    }

    static int exitCode(RunOutcome outcome) {
        return switch (outcome.ending()) {
            case VERIFIED -> ExitCode.DONE;
            case REFUSED -> ExitCode.REFUSED;
            case DONE_NOT_VERIFIED, FAILED, CANCELLED, UNKNOWN -> ExitCode.FAILED;
        };
    }

    private Approval approval(Session session, GlobalOptions options, CheckSchemas.Scope scope, Plan plan) {
        SafeMode mode = options.readOnly()
                ? SafeMode.READ_ONLY
                : session.operations().care().mode(scope.context());
        return new Approval(
                plan.digest(), new HashSet<>(allowed), confirm, mode, System.getProperty("user.name", "unknown"));
    }

    private static void steps(Console console, FixSchema.Fix fix) {
        int number = 1;
        for (StructureStep step : fix.way().steps()) {
            console.line(number++ + ". " + step.id()
                    + (step.needsAllowance() ? "  (held back: --allow " + step.id() + ")" : "")
                    + (step.transactional() ? "" : "  (by itself)") + "  lock " + step.lock());
            console.line("   " + Visible.text(step.reason()));
            step.hazards().forEach(hazard -> console.line("   " + hazard.shown()));
            fix.counted().stream()
                    .filter(counted -> counted.step().equals(step))
                    .forEach(counted -> console.line("   " + counted(counted)));
            step.sql().text().lines().forEach(line -> console.line("     " + line));
            console.line("   undo: "
                    + (step.undo() == null ? step.undoNote() : step.undo().text()));
        }
        fix.way().advice().forEach(advice -> console.line("Advice: " + Visible.text(advice)));
        for (StructurePlan.NotPlanned left : fix.way().notPlanned()) {
            console.line("Not planned: " + Visible.text(left.what()) + ": " + Visible.text(left.reason()));
        }
        fix.plan()
                .blockingRefusals()
                .forEach(refusal -> console.line("REFUSED " + Visible.text(refusal.what()) + ": " + refusal.why()));
    }

    private static String counted(FixSchema.Counted counted) {
        return counted.unknown().isEmpty()
                ? "counted before: " + counted.rows() + " " + counted.what()
                : "could not be counted: " + counted.what() + ": " + Visible.text(counted.unknown());
    }

    static String ending(RunOutcome outcome) {
        return switch (outcome.ending()) {
            case VERIFIED -> "Done, and verified by reading again. Journal: " + outcome.journalId();
            case REFUSED -> "Nothing was run.";
            case DONE_NOT_VERIFIED, FAILED, CANCELLED, UNKNOWN ->
                "Ended: " + outcome.ending() + ". Journal: " + outcome.journalId();
        };
    }
}
