package dev.plumbline.cli.structure;

import dev.plumbline.model.Visible;
import dev.plumbline.operation.FixSchema;
import dev.plumbline.operation.difference.DiffScript;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps of a structure's plan for a person: why, the statement, its lock and hazards, what was counted, what leads back, and what keeps the plan from running. */
final class StepLines {
    private StepLines() {}

    /** @param allowed ids of held back steps that may run */
    static List<String> of(StructurePlan way, List<FixSchema.Counted> all, Plan plan, Set<String> allowed) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (StructureStep step : way.steps()) {
            lines.add(number++ + ". " + step.id()
                    + (step.needsAllowance() && !allowed.contains(step.id())
                            ? "  (held back: --allow " + step.id() + ")"
                            : "")
                    + (step.transactional() ? "" : "  (by itself)") + "  lock " + step.lock());
            lines.add("   " + Visible.text(step.reason()));
            step.hazards().forEach(hazard -> lines.add("   " + hazard.shown()));
            all.stream()
                    .filter(counted -> counted.step().equals(step))
                    .forEach(counted -> lines.add("   " + counted(counted)));
            step.sql().text().lines().forEach(line -> lines.add("     " + line));
            lines.add("   undo: "
                    + (step.undo() == null ? step.undoNote() : step.undo().text()));
        }
        way.advice().forEach(advice -> lines.add("Advice: " + Visible.text(advice)));
        way.notPlanned().forEach(left -> lines.add("Not planned: " + Visible.text(DiffScript.shown(left))));
        plan.blockingRefusals()
                .forEach(refusal -> lines.add("REFUSED " + Visible.text(refusal.what()) + ": " + refusal.why()));
        return lines;
    }

    private static String counted(FixSchema.Counted counted) {
        return counted.unknown().isEmpty()
                ? "counted before: " + counted.words()
                : "could not be counted: " + counted.what() + ": " + Visible.text(counted.unknown());
    }
}
