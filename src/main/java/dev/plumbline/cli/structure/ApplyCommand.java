package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.RunEnding;
import dev.plumbline.cli.output.RunProgress;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.ApplyFolder;
import dev.plumbline.operation.structure.Unproved;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        description = {
            "Makes a database what a folder of SQL declares: the plan that \"plan\" shows, run through the same door as every other",
            "change. The SQL of the folder is run on a scratch server only; what is run in the database are the plan's statements."
        })
public final class ApplyCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private FolderPlanOptions chosen = new FolderPlanOptions();

    @Option(names = "--dry-run", description = "show the steps and what was counted, run nothing")
    private boolean dryRun;

    @Option(names = "--confirm", paramLabel = "DATABASE", description = "run only when the database is called so")
    private String confirm = "";

    public ApplyCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("apply needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        ApplyFolder operation = session.operations().folderPlans();
        ApplyFolder.Planned planned =
                operation.plan(dsn.get(), folder.folder(), chosen.choice(folder), new CancelToken());
        PlanCommand.tellFirst(planned, console);
        if (PlanCommand.isMassDrop(planned, folder, console)) {
            return ExitCode.REFUSED;
        }
        if (options.json()) {
            console.json(FolderPlanJson.of(planned, chosen.heldBack(planned)));
        } else {
            PlanCommand.show(planned, chosen, console);
        }
        Plan plan = planned.plan();
        boolean runs =
                chosen.heldBack(planned).isEmpty() && plan.blockingRefusals().isEmpty();
        if (!runs) {
            console.note("Nothing was run.");
            return ExitCode.REFUSED;
        }
        if (dryRun || plan.isEmpty()) {
            return ExitCode.DONE;
        }
        AtomicReference<List<Unproved>> notVerified = new AtomicReference<>(List.of());
        RunOutcome outcome = operation.run(
                planned, approval(planned), notVerified::set, new RunProgress(console), new CancelToken());
        told(outcome, console);
        Unproved.sentences("Not verified: ", Objects.requireNonNull(notVerified.get()))
                .forEach(console::note);
        return RunEnding.exitCode(outcome);
    }

    private Approval approval(ApplyFolder.Planned planned) {
        SafeMode usual = confirm.isEmpty() ? SafeMode.CONFIRM : SafeMode.PRODUCTION;
        return new Approval(
                planned.plan().digest(),
                chosen.allowed(planned),
                confirm,
                options.readOnly() ? SafeMode.READ_ONLY : usual,
                System.getProperty("user.name", "unknown"));
    }

    private void told(RunOutcome outcome, Console console) {
        outcome.problem().ifPresent(console::error);
        List<RunOutcome.StepOutcome> stands = outcome.steps().stream()
                .filter(step -> step.state() == RunOutcome.StepOutcome.State.STANDS)
                .toList();
        if (outcome.ending() != RunOutcome.Ending.VERIFIED && outcome.ending() != RunOutcome.Ending.REFUSED) {
            console.note("Of " + outcome.steps().size() + " steps these stand: "
                    + (stands.isEmpty()
                            ? "none"
                            : String.join(
                                    ", ",
                                    stands.stream()
                                            .map(RunOutcome.StepOutcome::stepId)
                                            .toList()))
                    + ".");
        }
        if (options.json()) {
            console.note(RunEnding.words(outcome));
        } else {
            console.line(RunEnding.words(outcome));
        }
    }
}
