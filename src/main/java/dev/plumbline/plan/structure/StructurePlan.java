package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.StructureName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ordered steps from one structure to another. {@code notPlanned} is what differs, or may differ, and stays as it is: while there is any, running every step does
 * not lead to the wanted structure. {@code advice} is what no step can change and what harms nothing.
 */
public record StructurePlan(List<StructureStep> steps, List<NotPlanned> notPlanned, List<String> advice) {
    public StructurePlan {
        steps = List.copyOf(steps);
        notPlanned = List.copyOf(notPlanned);
        advice = List.copyOf(advice);
    }

    /** {@code name} is null where a whole kind is meant. */
    public record NotPlanned(@Nullable StructureName name, String what, String reason) {}

    /** Something is made again without the owner and the grants that it had. */
    public boolean losesGrants() {
        return steps.stream()
                .flatMap(step -> step.hazards().stream())
                .anyMatch(hazard -> hazard.kind() == HazardKind.GRANTS_LOST && hazard.blocking());
    }

    /** There is nothing to do, and nothing that could not be planned. */
    public boolean isEmpty() {
        return steps.isEmpty() && notPlanned.isEmpty();
    }
}
