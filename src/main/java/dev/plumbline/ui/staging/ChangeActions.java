package dev.plumbline.ui.staging;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.job.Work;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.repair.PlanRun;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What staged changes can set going: a plan from a reading of who may do what, its proof, its run. */
public record ChangeActions(
        BiFunction<AccessReport, List<AccessChange>, Work<Plan>> plan,
        Function<Plan, Work<Proof>> prove,
        PlanRun run) {}
