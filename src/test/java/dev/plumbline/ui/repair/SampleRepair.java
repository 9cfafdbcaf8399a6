package dev.plumbline.ui.repair;

import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.sample.SampleReports;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A repair wired to work that a test decides on. */
final class SampleRepair {
    static final Clock CLOCK = Clock.fixed(SampleReports.READ_AT.plusSeconds(12), ZoneOffset.UTC);
    final List<String> offered = new ArrayList<>();
    final List<String> recordsShown = new ArrayList<>();
    int ended;
    SafeMode mode = SafeMode.CONFIRM;
    Work<OwnershipReport> read = (cancel, progress) -> SampleReports.drifted();

    @Nullable
    Work<Proof> proof;

    PlanRun run = (plan, approval, listener, cancel) -> SampleRuns.verified(plan, listener);

    RepairViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        return new RepairViewModel("billing", actions(), activity, window, CLOCK);
    }

    RepairViewModel atOnce() {
        return on(Runnable::run, Runnable::run);
    }

    private RepairActions actions() {
        return new RepairActions(
                () -> OwnershipReview.of(
                        (cancel, progress) -> read.run(cancel, progress),
                        SampleReports::plan,
                        report -> (plan, approval, listener, cancel) -> run.run(plan, approval, listener, cancel)),
                plan -> proof != null
                        ? proof
                        : (cancel, progress) -> new Proof(
                                Optional.of(SampleRuns.after(plan)),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofMillis(38)),
                new RepairExports(
                        plan -> "fix of " + plan.steps().size(),
                        plan -> "undo",
                        plan -> "markdown",
                        (name, text) -> offered.add(name + ": " + text)),
                recordsShown::add,
                () -> ended++,
                () -> mode,
                "ada@desk",
                ReviewWords.REPAIR,
                AskedFor.always());
    }
}
