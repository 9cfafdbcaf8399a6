package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.RevokeRole;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.ChangePlanner;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.StagedChanges;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.repair.RepairActions;
import dev.plumbline.ui.repair.RepairExports;
import dev.plumbline.ui.repair.RepairViewModel;
import dev.plumbline.ui.repair.ReviewWords;
import dev.plumbline.ui.sample.AccessWorld;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.sample.SampleReports;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A review of staged memberships over a world that a test changes; plans are the engine's own, a run applies them to the world. */
final class SampleStaging {
    final Staging staging = new Staging();
    final List<String> recordsShown = new ArrayList<>();
    int readings;
    int ended;
    SafeMode mode = SafeMode.CONFIRM;
    RunOutcome.Ending ending = RunOutcome.Ending.VERIFIED;
    AccessSnapshot now = world("app", "reader", "writer").snapshot();

    /** The second role may read a table. */
    static AccessWorld world(String... roles) {
        AccessWorld world = new AccessWorld("billing").role("owner", false);
        for (String role : roles) {
            world.role(role, role.startsWith("app"));
        }
        return world.table("ledger", "entries", "owner", "owner=arwdDxtm/owner " + roles[1] + "=r/owner");
    }

    void join(String role, String member) {
        staging.stage(now, List.of(joining(role, member)), "Roles");
    }

    void leave(String role, String member) {
        staging.stage(now, List.of(new RevokeRole(Name.of(role), Name.of(member), null)), "Roles");
    }

    static AccessChange joining(String role, String member) {
        return GrantRole.inheriting(Name.of(role), Name.of(member), Name.of("postgres"));
    }

    RepairViewModel on(Executor background, Executor window) {
        Activity activity = new Activity(new JobRunner(background, window), Clock.systemUTC());
        StagedReview review = new StagedReview(
                staging,
                (cancel, progress) -> {
                    readings++;
                    return SampleAccess.report(now);
                },
                new ChangeActions(
                        (report, changes) -> (cancel, progress) -> plan(report, changes),
                        plan -> (cancel, progress) -> proof(plan),
                        (plan, approval, listener, cancel) -> run(plan)));
        RepairActions actions = new RepairActions(
                review::plan,
                plan -> (cancel, progress) -> proof(plan),
                new RepairExports(plan -> "-- fix", plan -> "-- undo", plan -> "# plan", (name, text) -> {}),
                recordsShown::add,
                () -> ended++,
                () -> mode,
                "ada@desk",
                ReviewWords.CHANGES,
                review.asked());
        return new RepairViewModel(
                "billing",
                actions,
                activity,
                window,
                Clock.fixed(SampleReports.READ_AT.plusSeconds(12), ZoneOffset.UTC));
    }

    RepairViewModel atOnce() {
        return on(Runnable::run, Runnable::run);
    }

    private static Plan plan(AccessReport report, List<AccessChange> changes) {
        StagedChanges staged =
                StagedChanges.of(report.snapshot(), report.snapshot().catalog(), changes);
        Plan plan = ChangePlanner.plan(report.target(), report.snapshot().catalog(), staged.changes());
        List<Plan.Refusal> refusals = new ArrayList<>(staged.refusals());
        refusals.addAll(plan.refusals());
        return plan.refusing(refusals);
    }

    private static Proof proof(Plan plan) {
        return new Proof(Optional.of(plan.modelled()), Optional.empty(), Optional.empty(), Duration.ofMillis(38));
    }

    private RepairResult run(Plan plan) {
        boolean stands = ending == RunOutcome.Ending.VERIFIED;
        if (stands) {
            now = now.withCatalog(plan.modelled());
        }
        StepOutcome.State state = stands ? StepOutcome.State.STANDS : StepOutcome.State.ROLLED_BACK;
        RunOutcome outcome = new RunOutcome(
                ending,
                plan.steps().stream()
                        .map(step -> new StepOutcome(step.id(), state, "", "", Duration.ofMillis(2)))
                        .toList(),
                Optional.empty(),
                Optional.of(now.catalog()),
                List.of(),
                Duration.ofMillis(40),
                "run-1");
        return new RepairResult(outcome, Recording.NOTHING);
    }
}
