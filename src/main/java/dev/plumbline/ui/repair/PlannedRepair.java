package dev.plumbline.ui.repair;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.plan.Plan;
import java.util.function.Function;

/** A plan, and the report that it repairs. */
public record PlannedRepair(OwnershipReport report, Plan plan) {
    /** Reads first, then plans; a Database whose catalog could not be read has no plan, and says why. */
    static PlannedRepair of(
            Work<OwnershipReport> read, Function<OwnershipReport, Plan> planner, CancelToken cancel, Progress progress)
            throws Exception {
        OwnershipReport report = read.run(cancel, progress);
        if (report.live().isEmpty()) {
            throw new ProblemException(report.problem().orElseGet(() -> nothingToRepair(report)));
        }
        cancel.check();
        return new PlannedRepair(report, planner.apply(report));
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
