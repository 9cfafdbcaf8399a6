package dev.plumbline.cli.ownership;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.cli.output.ReportJson;
import dev.plumbline.cli.output.ScriptOutput;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reverse-privileges",
        description =
                "Repairs the ownership model of a Database: roles, membership, owner, default privileges both ways. Safe to run again.")
public final class ReversePrivilegesCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "NAME", description = "the Database resource")
    private String name = "";

    @Option(names = "--dry-run", description = "print what would be done without executing")
    private boolean dryRun;

    @Option(names = "--reapply-all", description = "grant also the default privileges that are present, as dbctl does")
    private boolean reapplyAll;

    @Option(
            names = "--include-existing",
            description = "also grant on objects that existed before their default privileges did")
    private boolean includeExisting;

    @Option(
            names = "--remove-extra",
            description = "also revoke default privileges that the ownership model does not ask for")
    private boolean removeExtra;

    @Option(
            names = "--confirm",
            paramLabel = "DATABASE",
            defaultValue = "",
            description = "the database's name, typed; asked for in production contexts")
    private String confirm = "";

    @Option(names = "--undo", description = "with -o sql: the script that leads back to the state of now")
    private boolean undo;

    ReversePrivilegesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return dryRun ? EnumSet.allOf(OutputFormat.class) : OutputFormat.USUAL;
    }

    @Override
    public Integer call() {
        CancelToken cancel = new CancelToken();
        OwnershipReport report = session.operations()
                .ownership()
                .check(session.database(options, name), cancel, session.progress(options));
        report.warnings().forEach(session.console()::warning);
        report.live()
                .ifPresent(
                        live -> session.timings().roundTrips(live.connection().roundTrips()));
        if (!report.notApplicable().isEmpty()) {
            return skipped(report);
        }
        if (report.problem().isPresent()) {
            session.console().error(report.problem().get());
            return ExitCode.FAILED;
        }
        OwnershipReport.Live live = report.live().orElseThrow();
        Plan full = session.operations().plans().plan(live, report, new RepairOptions(reapplyAll));
        Plan plan = full.restrictedTo(chosen(full)).refusing(asked(full));
        if (!OutputFormat.USUAL.contains(options.output())) {
            return new ScriptOutput(session.operations().exports(), session.console())
                    .print(plan, options.output(), undo);
        }
        return dryRun ? preview(report, live, plan) : repair(report, live, plan, cancel);
    }

    private int skipped(OwnershipReport report) {
        if (options.json()) {
            session.console().json(ReportJson.report(report));
        } else {
            session.console().line(report.notApplicable());
        }
        return ExitCode.DONE;
    }

    private int preview(OwnershipReport report, OwnershipReport.Live live, Plan plan) {
        List<DriftDiff> diffs = DocumentedText.diffs(report.checks());
        if (options.json()) {
            ObjectNode node = ReportJson.report(report);
            node.set("plan", ReportJson.plan(plan));
            session.console().json(node);
        } else {
            session.console()
                    .lines(new DocumentedText(live.wanted(), report.checks(), plan, DocumentedText.Run.DRY).lines());
            otherSteps(plan);
        }
        if (!options.readOnly()) {
            warn(session.operations().recording().detected(report.resource(), diffs));
        }
        boolean found = report.differing() > 0;
        return found && options.detailedExitCode() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private int repair(OwnershipReport report, OwnershipReport.Live live, Plan plan, CancelToken cancel) {
        if (plan.isEmpty() || !plan.refusals().isEmpty()) {
            return nothingToRun(report, live, plan);
        }
        Approval approval = new Approval(
                plan.digest(), destructive(plan), confirm, mode(report), System.getProperty("user.name", "unknown"));
        RepairResult result = session.operations().repairs().run(report, plan, approval, verboseRun(), cancel);
        RunOutcome outcome = result.outcome();
        warn(result.recording());
        if (options.json()) {
            ObjectNode node = ReportJson.report(report);
            node.set("plan", ReportJson.plan(plan));
            node.set("run", ReportJson.result(result));
            session.console().json(node);
        } else if (outcome.ending() == RunOutcome.Ending.VERIFIED) {
            session.console()
                    .lines(new DocumentedText(live.wanted(), report.checks(), plan, DocumentedText.Run.DONE).lines());
            otherSteps(plan);
        }
        outcome.problem().ifPresent(session.console()::error);
        return switch (outcome.ending()) {
            case VERIFIED -> ExitCode.DONE;
            case REFUSED -> ExitCode.REFUSED;
            case DONE_NOT_VERIFIED, ROLLED_BACK, FAILED, CANCELLED, UNKNOWN -> ExitCode.FAILED;
        };
    }

    private int nothingToRun(OwnershipReport report, OwnershipReport.Live live, Plan plan) {
        boolean refused = !plan.refusals().isEmpty();
        if (options.json()) {
            ObjectNode node = ReportJson.report(report);
            node.set("plan", ReportJson.plan(plan));
            session.console().json(node);
        } else {
            session.console()
                    .lines(new DocumentedText(
                                    live.wanted(),
                                    report.checks(),
                                    plan,
                                    refused ? DocumentedText.Run.REFUSED : DocumentedText.Run.DONE)
                            .lines());
        }
        if (refused) {
            boolean grantHelps = plan.refusals().stream()
                    .anyMatch(refusal -> !refusal.missingGrant().isEmpty());
            session.console()
                    .note(
                            grantHelps
                                    ? "Nothing was changed: this login may not repair what differs. Grant what is missing, then run again."
                                    : "Nothing was changed: the line REFUSED says what stands in the way. Put it right, then run again.");
        }
        return refused ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /** The refusals that matter to what was asked for. */
    private List<Plan.Refusal> asked(Plan plan) {
        return plan.refusals().stream()
                .filter(refusal -> !refusal.optional()
                        || switch (refusal.checkCode()) {
                            case "DEF-203" -> includeExisting;
                            case "DEF-204" -> removeExtra;
                            default -> reapplyAll;
                        })
                .toList();
    }

    private Set<String> chosen(Plan plan) {
        Set<String> ids = new HashSet<>(plan.selectedAtFirst());
        for (Step step : plan.steps()) {
            boolean wanted = switch (step.group()) {
                case REAPPLY -> reapplyAll;
                case BACKFILL -> includeExisting;
                case EXTRA -> removeExtra;
                case BORROW, REPAIR, CHANGE, GIVE_BACK -> true;
            };
            if (wanted) {
                ids.add(step.id());
            }
        }
        return ids;
    }

    private static Set<String> destructive(Plan plan) {
        return plan.steps().stream().filter(Step::destructive).map(Step::id).collect(Collectors.toSet());
    }

    private SafeMode mode(OwnershipReport report) {
        SafeMode context =
                session.operations().care().mode(report.resource().ref().context());
        return options.readOnly() ? SafeMode.READ_ONLY : context;
    }

    private void otherSteps(Plan plan) {
        List<Step> others = plan.steps().stream()
                .filter(step ->
                        step.checkCode().equals("DEF-203") || step.checkCode().equals("DEF-204"))
                .toList();
        if (!others.isEmpty()) {
            session.console().line("");
            session.console().line(dryRun ? "Other statements (dry-run):" : "Other statements:");
            others.forEach(step -> session.console().line("  " + step.sql().text() + ";"));
        }
    }

    private void warn(Recording recording) {
        recording.warnings().forEach(session.console()::warning);
    }

    private RunListener verboseRun() {
        if (!options.verbose() || options.json()) {
            return RunListener.NONE;
        }
        return new RunListener() {
            @Override
            public void starting(Step step, int number, int total) {
                session.console()
                        .line("[VERBOSE] " + number + "/" + total + " "
                                + step.sql().text());
            }

            @Override
            public void ended(RunOutcome.StepOutcome outcome) {}

            @Override
            public void phase(String what) {
                session.console().line("[VERBOSE] " + what);
            }
        };
    }
}
