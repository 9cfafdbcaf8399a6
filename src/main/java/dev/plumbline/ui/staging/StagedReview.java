package dev.plumbline.ui.staging;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.job.Work;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.ui.repair.AskedFor;
import dev.plumbline.ui.repair.ReviewedPlan;
import java.util.List;
import java.util.Optional;

/** Makes a plan to review of what is staged, always from a fresh reading, and takes off the list what a run brought about. */
public final class StagedReview {
    private final Staging staging;
    private final Work<AccessReport> read;
    private final ChangeActions actions;
    private List<StagedEntry> planned = List.of();

    public StagedReview(Staging staging, Work<AccessReport> read, ChangeActions actions) {
        this.staging = staging;
        this.read = read;
        this.actions = actions;
    }

    /** The plan of what is staged now. Called on the window's thread; the work runs in the background. */
    public Work<ReviewedPlan> plan() {
        List<StagedEntry> asked = List.copyOf(staging.entries());
        planned = asked;
        return (cancel, progress) -> plan(asked, cancel, progress);
    }

    /** Planned anew as soon as something else is staged. */
    public AskedFor asked() {
        return new AskedFor(staging.entries(), () -> !planned.equals(staging.entries()));
    }

    private ReviewedPlan plan(List<StagedEntry> asked, CancelToken cancel, Progress progress) throws Exception {
        AccessReport report = read.run(cancel, progress);
        cancel.check();
        progress.report("planning what is staged", 0, 0);
        FoundAgain found = FoundAgain.of(asked, report.snapshot());
        Plan plan = actions.plan().apply(report, found.changes()).run(cancel, progress);
        StagedPlanning planning = new StagedPlanning(report, found, plan);
        return new ReviewedPlan(
                plan,
                report.readAt(),
                report.connection().shown(),
                planning.running(actions.run()),
                result -> leave(planning.done()),
                planning.notices(),
                Optional.of(planning),
                Optional.empty());
    }

    private void leave(List<StagedEntry> done) {
        planned = staging.entries().stream()
                .filter(entry -> !done.contains(entry))
                .toList();
        staging.ran(done);
    }
}
