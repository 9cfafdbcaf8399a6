package dev.plumbline.ui.repair;

import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A plan with what a review of it needs to know: when and over which connection its state was read, what runs it, who hears how a run ended
 * ({@code ran}, on the window's thread), sentences about what it is not made of ({@code notices}), and where it changes who may do what, who gains and
 * who loses. {@code structure} is there where it changes what the database is made of.
 */
public record ReviewedPlan(
        Plan plan,
        Instant readAt,
        String connection,
        PlanRun run,
        Consumer<RepairResult> ran,
        List<String> notices,
        Optional<GainSource> gain,
        Optional<StructureDetail> structure) {
    public ReviewedPlan {
        notices = List.copyOf(notices);
    }
}
