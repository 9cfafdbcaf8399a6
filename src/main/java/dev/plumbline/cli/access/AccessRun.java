package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.NamedDifference;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.cli.call.DatabaseChoice;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.cli.output.ReportJson;
import dev.plumbline.cli.output.ScriptOutput;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ChangeAccess;
import dev.plumbline.operation.DirectTarget;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Preview;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands that change access have in common: which database, how far to go, and how it is told. */
final class AccessRun {
    @Mixin
    private DatabaseChoice database = new DatabaseChoice();

    @Option(names = "--dry-run", description = "plan and show only: gain and loss, what would change, the statements")
    private boolean dryRun;

    @Option(names = "--prove", description = "with --dry-run: run it in a transaction that is rolled back")
    private boolean prove;

    @Option(names = "--allow-destructive", description = "also take away privileges or transfer owners")
    private boolean allowDestructive;

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "the database's name, where the context asks for it")
    private String confirm = "";

    DatabaseChoice database() {
        return database;
    }

    boolean scripts() {
        return dryRun;
    }

    int run(
            Session session,
            GlobalOptions options,
            AccessReport report,
            List<? extends AccessChange> changes,
            AccessExtra extra) {
        if (prove && mode(session, options, report) == SafeMode.READ_ONLY) {
            session.console()
                    .note("A proof runs the statements before it rolls them back, which read-only does not allow.");
            return ExitCode.REFUSED;
        }
        CancelToken cancel = new CancelToken();
        Optional<DirectTarget> direct = database.directly(options);
        ChangeAccess.Planned planned = session.operations().changes().plan(report, changes, direct, cancel);
        Plan plan = planned.plan();
        if (!OutputFormat.USUAL.contains(options.output())) {
            return new ScriptOutput(session.operations().exports(), session.console())
                    .print(plan, options.output(), false);
        }
        Optional<Proof> proof = dryRun && prove && !plan.isEmpty()
                ? Optional.of(session.operations()
                        .changes()
                        .proveDifference(plan, new AccessScope(report.snapshot().everyColumn(), false), direct, cancel))
                : Optional.empty();
        boolean refused = !plan.refusals().isEmpty();
        boolean runs = !dryRun && !refused && !plan.isEmpty();
        Optional<RunOutcome> outcome = runs
                ? Optional.of(session.operations()
                        .changes()
                        .run(plan, approval(session, options, report, plan), direct, RunListener.NONE, cancel))
                : Optional.empty();
        if (options.json()) {
            session.console().json(json(report, planned, proof, outcome, extra));
        } else {
            text(session.console(), report, planned, proof, outcome, extra);
        }
        proof.flatMap(Proof::problem).ifPresent(session.console()::error);
        outcome.flatMap(RunOutcome::problem).ifPresent(session.console()::error);
        return exitCode(refused, proof, outcome);
    }

    private static int exitCode(boolean refused, Optional<Proof> proof, Optional<RunOutcome> outcome) {
        if (refused) {
            return ExitCode.REFUSED;
        }
        if (outcome.isEmpty()) {
            return proof.flatMap(Proof::problem).isPresent() ? ExitCode.FAILED : ExitCode.DONE;
        }
        return switch (outcome.get().ending()) {
            case VERIFIED -> ExitCode.DONE;
            case REFUSED -> ExitCode.REFUSED;
            case DONE_NOT_VERIFIED, ROLLED_BACK, FAILED, CANCELLED, UNKNOWN -> ExitCode.FAILED;
        };
    }

    private Approval approval(Session session, GlobalOptions options, AccessReport report, Plan plan) {
        return new Approval(
                plan.digest(),
                allowDestructive
                        ? plan.steps().stream()
                                .filter(Step::destructive)
                                .map(Step::id)
                                .collect(Collectors.toSet())
                        : java.util.Set.of(),
                confirm,
                mode(session, options, report),
                System.getProperty("user.name", "unknown"));
    }

    private static SafeMode mode(Session session, GlobalOptions options, AccessReport report) {
        ResourceRef ref = report.target().resource();
        SafeMode ofContext =
                ref == null ? SafeMode.CONFIRM : session.operations().care().mode(ref.context());
        return options.readOnly() ? SafeMode.READ_ONLY : ofContext;
    }

    private void text(
            Console console,
            AccessReport report,
            ChangeAccess.Planned planned,
            Optional<Proof> proof,
            Optional<RunOutcome> outcome,
            AccessExtra extra) {
        Plan plan = planned.plan();
        console.line(report.target().shown());
        for (Plan.Refusal refusal : plan.refusals()) {
            console.line("REFUSED " + refusal.what() + ": " + refusal.why()
                    + (refusal.missingGrant().isEmpty() ? "" : "  Missing: " + refusal.missingGrant()));
        }
        if (plan.isEmpty()) {
            console.line(plan.refusals().isEmpty() ? "It is so already: nothing to do." : "Nothing was changed.");
            console.lines(extra.after());
            return;
        }
        console.lines(extra.before());
        console.line("");
        gainAndLoss(report, planned, proof).lines().forEach(console::line);
        console.line("");
        Preview preview = Preview.compute(plan, proof.flatMap(Proof::after));
        console.line("Now → after (" + preview.badge().shown() + "):");
        preview.rows().stream()
                .filter(row -> row.sign() != PreviewRow.Sign.SAME)
                .forEach(row -> {
                    if (!row.now().isEmpty()) {
                        console.line("  - " + row.now());
                    }
                    if (!row.after().isEmpty()) {
                        console.line("  + " + row.after());
                    }
                });
        console.line("");
        console.line(outcome.isPresent() ? "Statements:" : "Statements (dry-run):");
        plan.steps()
                .forEach(step ->
                        console.line("  " + step.sql().text() + ";" + (step.destructive() ? "  -- destructive" : "")));
        outcome.ifPresent(ended -> console.line(ending(plan, ended)));
        console.lines(extra.after());
    }

    private String ending(Plan plan, RunOutcome ended) {
        if (ended.ending() == RunOutcome.Ending.VERIFIED) {
            return "Done, and verified by reading again. Journal: " + ended.journalId();
        }
        if (ended.ending() != RunOutcome.Ending.REFUSED) {
            return "Ended: " + ended.ending() + ". Journal: " + ended.journalId();
        }
        boolean held = !allowDestructive && plan.steps().stream().anyMatch(Step::destructive);
        return "Nothing was run." + (held ? " Look at the destructive statements, then say --allow-destructive." : "");
    }

    private static GainAndLoss gainAndLoss(AccessReport report, ChangeAccess.Planned planned, Optional<Proof> proof) {
        return new GainAndLoss(
                NamedDifference.of(planned.difference(), report.snapshot().roles()),
                proof.flatMap(Proof::access)
                        .map(access -> NamedDifference.of(
                                access.difference(), access.after().roles())));
    }

    private static String shown(AccessReport report, int role) {
        return role == RoleIndex.PUBLIC ? "PUBLIC" : report.snapshot().roles().shown(role);
    }

    private static ObjectNode json(
            AccessReport report,
            ChangeAccess.Planned planned,
            Optional<Proof> proof,
            Optional<RunOutcome> outcome,
            AccessExtra extra) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.access-change/1");
        node.put("target", report.target().shown());
        node.set("plan", ReportJson.plan(planned.plan()));
        ArrayNode lines = node.putArray("difference");
        for (PrivilegeDifference.Line line : planned.difference().lines()) {
            lines.addObject()
                    .put("role", shown(report, line.role()))
                    .put("object", line.object().shown())
                    .put("column", line.column())
                    .put("gained", line.gained().toString())
                    .put("lost", line.lost().toString())
                    .put("grantOptionsGained", line.optionsGained().toString())
                    .put("grantOptionsLost", line.optionsLost().toString());
        }
        ArrayNode memberships = node.putArray("memberships");
        planned.difference()
                .memberships()
                .forEach(line -> memberships
                        .addObject()
                        .put("member", shown(report, line.member()))
                        .put("role", shown(report, line.role()))
                        .put("gained", line.gained()));
        extra.json().addTo(node);
        proof.ifPresent(tried -> node.put("proved", tried.after().isPresent()));
        GainAndLoss both = gainAndLoss(report, planned, proof);
        both.proved().ifPresent(measured -> {
            node.put("provedIsModelled", both.modelled().saysTheSameAs(measured));
            GainAndLoss.json(node.putArray("provedDifference"), measured);
        });
        outcome.ifPresent(ended ->
                node.putObject("run").put("ending", ended.ending().name()).put("journal", ended.journalId()));
        return node;
    }
}
