package dev.plumbline.ui.repair;

import dev.plumbline.plan.StepGroup;
import java.util.ArrayList;
import java.util.List;

/** What the middle pane lists: the head of a group, or a step. */
public sealed interface PlanRow {
    record Head(StepGroup group, List<StagedStep> steps) implements PlanRow {
        public Head {
            steps = List.copyOf(steps);
        }
    }

    record Line(StagedStep step) implements PlanRow {}

    /** The steps in their order, with a head before each run of steps of one group; a plan of the repair or of changes alone has none. */
    static List<PlanRow> of(StagedPlan staged) {
        boolean one = staged.steps().stream().allMatch(StagedStep::isAskedFor);
        List<PlanRow> rows = new ArrayList<>();
        StepGroup before = null;
        for (StagedStep step : staged.steps()) {
            StepGroup group = step.step().group();
            if (group != before && !one) {
                rows.add(new Head(group, runOf(staged.steps(), step)));
            }
            before = group;
            rows.add(new Line(step));
        }
        return List.copyOf(rows);
    }

    /** The steps of one group that follow each other, from this one on. */
    private static List<StagedStep> runOf(List<StagedStep> steps, StagedStep first) {
        StepGroup group = first.step().group();
        return steps.stream()
                .skip(first.number() - 1L)
                .takeWhile(step -> step.step().group() == group)
                .toList();
    }
}
