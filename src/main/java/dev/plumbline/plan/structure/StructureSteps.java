package dev.plumbline.plan.structure;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import java.util.List;
import java.util.Set;

/**
 * A structure's plan as one that runs: bound to its target and to the structure it was made from, its held back steps destructive ones, so that each must be allowed by itself.
 * The statements are the same text. What cannot be planned keeps the whole plan from running, since it would not lead where it was shown to.
 */
public final class StructureSteps {
    /** Building an index or validating a constraint takes as long as reading the table does. */
    private static final StatementTimeout A_DAY = new StatementTimeout(86_400_000);

    private StructureSteps() {}

    /**
     * @param identity the reading that says where the plan may run, as whom; it holds no objects
     * @param to where the plan leads: it tells which step another one needs
     */
    public static Plan of(
            StructurePlan plan, PlanTarget target, Snapshot identity, StructureSnapshot from, StructureSnapshot to) {
        StepNeeds needs = StepNeeds.of(plan, from, to);
        List<Step> steps =
                plan.steps().stream().map(step -> step(step, needs.of(step))).toList();
        List<Plan.Refusal> refusals =
                plan.notPlanned().stream().map(StructureSteps::refusal).toList();
        return Plan.of(target, PlanConcern.of(from), identity, steps, refusals);
    }

    private static Step step(StructureStep step, List<String> needs) {
        return new Step(
                step.id(),
                StepGroup.REPAIR,
                step.difference(),
                step.reason(),
                sql(step),
                step.undo(),
                step.undoNote(),
                step.needsAllowance() ? Set.of(Hazard.HELD_BACK) : Set.of(),
                step.lock(),
                LockTimeout.DEFAULT,
                isLong(step) ? A_DAY : StatementTimeout.DEFAULT,
                step.transactional(),
                needs,
                snapshot -> snapshot,
                step.hazards().stream().map(StructureHazard::warning).toList());
    }

    /** A routine's body may speak of what comes later. */
    private static Sql sql(StructureStep step) {
        return step.transactional() && step.about().kind() == dev.plumbline.model.structure.StructureKind.ROUTINE
                ? Sql.of("SET LOCAL check_function_bodies = off;\n%s", step.sql())
                : step.sql();
    }

    private static boolean isLong(StructureStep step) {
        return !step.transactional()
                || step.hazards().stream().anyMatch(hazard -> hazard.kind() == HazardKind.VALIDATE_CONSTRAINT_SCAN);
    }

    private static Plan.Refusal refusal(StructurePlan.NotPlanned left) {
        String what = left.name() == null
                ? left.what()
                : left.what() + " " + left.name().shown();
        return new Plan.Refusal("STR-409", what, left.reason(), "", false);
    }
}
