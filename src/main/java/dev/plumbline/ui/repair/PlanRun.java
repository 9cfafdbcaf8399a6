package dev.plumbline.ui.repair;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;

/** The one door to a change, as the screen knows it. Blocks; runs on a background thread. */
@FunctionalInterface
public interface PlanRun {
    RepairResult run(Plan plan, Approval approval, RunListener listener, CancelToken cancel) throws Exception;
}
