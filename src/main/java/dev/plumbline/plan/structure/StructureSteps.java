package dev.plumbline.plan.structure;

import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A structure's plan as one that runs: bound to its target and to the structure it was made from, its held back steps destructive ones, so that each must be allowed by itself.
 * The statements are the same text. What cannot be planned keeps the whole plan from running, since it would not lead where it was shown to.
 */
public final class StructureSteps {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d{1,6})", Pattern.DOTALL);

    private StructureSteps() {}

    /** The same with the usual timeouts. */
    public static Plan of(
            StructurePlan plan, PlanTarget target, Snapshot identity, StructureSnapshot from, StructureSnapshot to) {
        return of(plan, target, identity, from, to, StepTimeouts.standard());
    }

    /**
     * @param identity the reading that says where the plan may run, as whom; it holds no objects
     * @param to where the plan leads: it tells which step another one needs
     * @param timeouts of the statements, which the digest covers
     */
    public static Plan of(
            StructurePlan plan,
            PlanTarget target,
            Snapshot identity,
            StructureSnapshot from,
            StructureSnapshot to,
            StepTimeouts timeouts) {
        StepNeeds needs = StepNeeds.of(plan, from, to);
        List<Step> steps = new ArrayList<>();
        String before = "";
        for (StructureStep step : plan.steps()) {
            Set<String> requires = new LinkedHashSet<>(needs.of(step));
            if (goesOnWith(before, step.id())) {
                requires.add(before);
            }
            steps.add(step(step, timeouts, List.copyOf(requires)));
            before = step.id();
        }
        List<Plan.Refusal> refusals =
                plan.notPlanned().stream().map(StructureSteps::refusal).toList();
        return Plan.of(target, PlanConcern.of(from), identity, steps, refusals);
    }

    /** Whether the later step is the next statement of the same change: these follow each other and are numbered from the second one on. */
    public static boolean goesOnWith(String before, String later) {
        Matcher numbered = NUMBERED.matcher(later);
        if (!numbered.matches()) {
            return false;
        }
        int number = Integer.parseInt(numbered.group(2));
        return before.equals(numbered.group(1) + (number == 2 ? "" : "-" + (number - 1)));
    }

    private static Step step(StructureStep step, StepTimeouts timeouts, List<String> requires) {
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
                timeouts.lock(step),
                timeouts.statement(step),
                step.transactional(),
                requires,
                snapshot -> snapshot,
                step.hazards().stream().map(StructureHazard::warning).toList());
    }

    /** A routine's body may speak of what comes later. */
    private static Sql sql(StructureStep step) {
        return step.transactional() && step.about().kind() == dev.plumbline.model.structure.StructureKind.ROUTINE
                ? Sql.of("SET LOCAL check_function_bodies = off;\n%s", step.sql())
                : step.sql();
    }

    private static Plan.Refusal refusal(StructurePlan.NotPlanned left) {
        String what = left.name() == null
                ? left.what()
                : left.what() + " " + left.name().shown();
        return new Plan.Refusal("STR-409", what, left.reason(), "", false);
    }
}
