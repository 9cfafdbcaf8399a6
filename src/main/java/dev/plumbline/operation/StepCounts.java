package dev.plumbline.operation;

import dev.plumbline.execute.DataCounts;
import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.structure.DataCheck;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureStep;
import java.util.ArrayList;
import java.util.List;

/** What is counted before a structure's plan may run, and the refusal of rows that one of its steps would fail on. */
final class StepCounts {
    private StepCounts() {}

    static List<FixSchema.Counted> count(
            ServerPools pools, ConnectionTarget target, StructurePlan way, CancelToken cancel) {
        DataCounts counts = new DataCounts(pools, target);
        List<FixSchema.Counted> counted = new ArrayList<>();
        for (StructureStep step : way.steps()) {
            DataCheck check = step.check();
            if (check != null) {
                DataCounts.Count count = counts.count(check.what(), check.sql(), cancel);
                counted.add(new FixSchema.Counted(step, check.what(), count.rows(), count.unknown()));
            }
        }
        return counted;
    }

    static Plan refusing(Plan plan, List<FixSchema.Counted> counted) {
        List<Plan.Refusal> refusals = new ArrayList<>(plan.refusals());
        for (FixSchema.Counted one : counted) {
            if (one.rows() > 0) {
                refusals.add(new Plan.Refusal(
                        "STR-422",
                        "step " + one.step().id(),
                        (one.rows() == 1 ? "there is " : "there are ") + one.words()
                                + ": correct that, or leave the step out",
                        "",
                        false,
                        one.step().id()));
            }
        }
        return plan.refusing(refusals);
    }
}
