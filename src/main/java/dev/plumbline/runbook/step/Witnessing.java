package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.runbook.CatalogReading;
import dev.plumbline.operation.runbook.RunbookDatabase.Where;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes sure that no other console changes the same by the same runbook, has a catalog read before something runs and after it, and tells the step's listener what changed: also where it failed or was stopped, and not where nothing was sent. */
record Witnessing(StepScope scope, Where where, StepListener listener, CancelToken cancel) {
    /** What runs; it may hand on what it read of the structure itself. */
    interface Acting {
        RunOutcome run(Consumer<StructureSnapshot> seen);
    }

    /** A plan's run. Where the plan is one of structure, its run refuses another structure than the one that it was made from, so that this is the one before. */
    RunOutcome plan(Plan plan, Acting acting) {
        return run(plan.concern().structure().map(each -> each.snapshot()), acting);
    }

    /** A run that holds no structure to be what it was. */
    RunOutcome run(Acting acting) {
        return run(Optional.empty(), acting);
    }

    /** Something else, of which nobody says whether it did anything. */
    <T> T of(Supplier<T> acting) {
        CatalogReading before = read(Optional.empty());
        try {
            return acting.get();
        } finally {
            tell(before, Optional.empty());
        }
    }

    private RunOutcome run(Optional<StructureSnapshot> known, Acting acting) {
        CatalogReading before = read(known);
        AtomicReference<@Nullable StructureSnapshot> seen = new AtomicReference<>();
        RunOutcome outcome = null;
        try {
            outcome = acting.run(seen::set);
            return outcome;
        } finally {
            if (outcome == null || !sentNothing(outcome)) {
                // A run that did not come to its end may have read for the last time before its last statement.
                boolean whole = outcome != null && outcome.ending() == RunOutcome.Ending.VERIFIED;
                tell(before, whole ? Optional.ofNullable(seen.get()) : Optional.empty());
            }
        }
    }

    private static boolean sentNothing(RunOutcome outcome) {
        boolean noneRan = !outcome.steps().isEmpty()
                && outcome.steps().stream().allMatch(step -> step.state() == RunOutcome.StepOutcome.State.NOT_RUN);
        return noneRan || outcome.ending() == RunOutcome.Ending.REFUSED;
    }

    private CatalogReading read(Optional<StructureSnapshot> known) {
        scope.presence()
                .require(where, cancel)
                .ifPresent(why -> listener.heard(
                        "it cannot be told whether another console changes this database by this runbook: " + why));
        listener.heard("the catalog is read, to tell what changes");
        return scope.tools().catalogs().read(where, known, cancel);
    }

    /** What was done stands also when it was stopped, so that the token that stopped it does not count here. */
    private void tell(CatalogReading before, Optional<StructureSnapshot> seen) {
        listener.changed(scope.tools().catalogs().since(before, where, seen, new CancelToken()));
    }
}
