package dev.plumbline.ui.repair;

import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The repair of a declared ownership, as a plan to review. */
public final class OwnershipReview {
    private OwnershipReview() {}

    /** Reads first, then plans; a Database whose catalog could not be read has no plan, and says why. */
    public static Work<ReviewedPlan> of(
            Work<OwnershipReport> read,
            Function<OwnershipReport, Plan> planner,
            Function<OwnershipReport, PlanRun> run) {
        return (cancel, progress) -> {
            OwnershipReport report = read.run(cancel, progress);
            OwnershipReport.Live live = report.live()
                    .orElseThrow(() -> new ProblemException(report.problem().orElseGet(() -> nothingToRepair(report))));
            cancel.check();
            return new ReviewedPlan(
                    planner.apply(report),
                    report.readAt(),
                    live.connection().shown(),
                    run.apply(report),
                    result -> {},
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        };
    }

    private static Problem nothingToRepair(OwnershipReport report) {
        return new Problem(
                Problem.Kind.INVALID,
                "NOT-APPLICABLE",
                "Planning the repair of",
                report.resource().ref().shown(),
                report.notApplicable(),
                "");
    }
}
