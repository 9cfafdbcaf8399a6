package dev.plumbline.cli.rotation;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.JsonFields;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.rotation.MeasureManaged.Measured;
import dev.plumbline.operation.rotation.RotationReport;
import dev.plumbline.operation.rotation.Rotations;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.plan.rotation.RotationStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rotate",
        description = {
            "One turn of the loop of a ManagedDatabase (dba-operator): takes away the credentials of two versions ago when nobody uses them,",
            "runs the next migration, and makes the credentials of its version. Goes on where a stopped one ended."
        })
public final class RotateCommand implements Callable<Integer> {
    private static final String GROUP = "dbaoperator.app-sre.redhat.com";
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "NAME", description = "the ManagedDatabase resource")
    private String name = "";

    @Option(
            names = "--dry-run",
            description = "show the chain, who uses which credentials, and the steps; change nothing")
    private boolean dryRun;

    @Option(
            names = "--metrics",
            description = "measure what the resource exports, its own SELECTs included; change nothing")
    private boolean metrics;

    @Option(
            names = "--allow-destructive",
            description = "also drop the login and delete the Secret of two versions ago")
    private boolean allowDestructive;

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "the resource's name, where the context asks for it")
    private String confirm = "";

    @Option(
            names = "--job-wait",
            paramLabel = "SECONDS",
            description = "how long to await the migration's Job (default: ${DEFAULT-VALUE})")
    private long jobWait = 1800;

    public RotateCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        ContextEntry context = session.context(options);
        ResourceRef ref =
                new ResourceRef(context.name(), GROUP, "manageddatabases", session.namespace(options, context), name);
        Rotations rotations = session.operations().rotations();
        if (metrics) {
            return measure(rotations.measuring().measure(ref, new CancelToken()));
        }
        RotationReport report = rotations.reading().read(ref, new CancelToken(), session.progress(options));
        RotationPlan plan = report.plan();
        if (!options.json()) {
            session.console().lines(RotateText.of(report));
        }
        boolean runs = !dryRun && plan.refusals().isEmpty() && !plan.isEmpty();
        Optional<RunOutcome> outcome = runs ? Optional.of(run(rotations, ref, plan)) : Optional.empty();
        if (options.json()) {
            session.console().json(RotateJson.of(report, outcome));
        } else {
            outcome.ifPresent(ended -> session.console().lines(RotateText.ended(plan, ended)));
        }
        outcome.flatMap(RunOutcome::problem).ifPresent(session.console()::error);
        return exitCode(plan, outcome);
    }

    private RunOutcome run(Rotations rotations, ResourceRef ref, RotationPlan plan) {
        Set<String> allowed = allowDestructive
                ? plan.steps().stream()
                        .filter(RotationStep::destructive)
                        .map(RotationStep::id)
                        .collect(Collectors.toSet())
                : Set.of();
        SafeMode mode = options.readOnly()
                ? SafeMode.READ_ONLY
                : session.operations().care().mode(ref.context());
        Approval approval =
                new Approval(plan.digest(), allowed, confirm, mode, System.getProperty("user.name", "unknown"));
        return rotations
                .running()
                .run(
                        plan,
                        approval,
                        Duration.ofSeconds(jobWait),
                        new RotationProgress(session.console()),
                        new CancelToken());
    }

    private int exitCode(RotationPlan plan, Optional<RunOutcome> outcome) {
        if (outcome.isPresent()) {
            return switch (outcome.get().ending()) {
                case VERIFIED -> ExitCode.DONE;
                case REFUSED -> ExitCode.REFUSED;
                case DONE_NOT_VERIFIED, ROLLED_BACK, FAILED, CANCELLED, UNKNOWN -> ExitCode.FAILED;
            };
        }
        if (options.detailedExitCode() && !(plan.isEmpty() && plan.refusals().isEmpty())) {
            return ExitCode.FINDINGS;
        }
        return dryRun || plan.refusals().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int measure(List<Measured> measured) {
        if (options.json()) {
            session.console()
                    .json(JsonFields.node(
                            measured.stream().map(RotateJson::metric).toList()));
        } else {
            session.console().lines(RotateText.metrics(measured));
        }
        return measured.stream().allMatch(each -> each.why().isEmpty()) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
