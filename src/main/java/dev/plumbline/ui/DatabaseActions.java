package dev.plumbline.ui;

import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Question;
import dev.plumbline.drift.OperatorForecast.ResourcePatch;
import dev.plumbline.job.Work;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ChainState;
import dev.plumbline.operation.HistoryRun;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.ui.repair.PlanRun;
import dev.plumbline.ui.staging.ChangeActions;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the screens of a Database can set going. {@code changes} plan, prove and run what is staged; {@code runs} are all runs without their entries, {@code record} one with them; {@code by} is
 * who approves.
 */
public record DatabaseActions(
        Function<ResourceRef, Work<OwnershipReport>> read,
        Function<DatabasePlace, Work<AccessReport>> access,
        Function<DatabasePlace, BiFunction<AccessReport, NextObject, Work<NextProof>>> proveNext,
        Function<DatabasePlace, BiFunction<AccessReport, Question, Work<Answer>>> why,
        Function<OwnershipReport, Plan> plan,
        Function<Plan, Work<Proof>> prove,
        Function<OwnershipReport, PlanRun> run,
        Function<DatabasePlace, ChangeActions> changes,
        BiFunction<OwnershipReport, ResourcePatch, Work<Boolean>> patch,
        Scripts scripts,
        Work<List<HistoryRun>> runs,
        Function<String, Work<HistoryRun>> record,
        Work<ChainState> chain,
        String by) {

    /** A plan as texts. */
    public record Scripts(Function<Plan, String> fix, Function<Plan, String> undo, Function<Plan, String> markdown) {}
}
