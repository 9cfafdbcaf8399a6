package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.runbook.CatalogReading;
import dev.plumbline.operation.runbook.CatalogWitness;
import dev.plumbline.operation.runbook.RunbookDatabase.Where;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Has a catalog read before something runs and after it, and tells the step's listener what changed: also where it failed or was stopped, and not where nothing was sent. */
record Witnessing(StepScope scope, Where where, StepListener listener, CancelToken cancel) {
    /** What runs; it may hand on what it read of the structure itself. */
    interface Acting<T> {
        T run(Consumer<StructureSnapshot> seen);
    }

    /** A plan's run. Where the plan is one of structure, its run refuses another structure than the one that it was made from, so that this is the one before. */
    RunOutcome plan(Plan plan, Acting<RunOutcome> acting) {
        return around(plan.concern().structure().map(each -> each.snapshot()), acting, Witnessing::sentNothing);
    }

    /** A run that holds no structure to be what it was. */
    RunOutcome run(Acting<RunOutcome> acting) {
        return around(Optional.empty(), acting, Witnessing::sentNothing);
    }

    /** Something else, of which nobody says whether it did anything. */
    <T> T of(Acting<T> acting) {
        return around(Optional.empty(), acting, result -> false);
    }

    private static boolean sentNothing(RunOutcome outcome) {
        return outcome.ending() == RunOutcome.Ending.REFUSED;
    }

    private <T> T around(Optional<StructureSnapshot> known, Acting<T> acting, Predicate<T> sentNothing) {
        CatalogWitness witness = scope.tools().catalogs();
        listener.heard("the catalog is read, to tell what changes");
        CatalogReading before = witness.read(where, known, cancel);
        AtomicReference<@Nullable StructureSnapshot> seen = new AtomicReference<>();
        boolean tell = true;
        try {
            T result = acting.run(seen::set);
            tell = !sentNothing.test(result);
            return result;
        } finally {
            if (tell) {
                // What was done stands also when it was stopped, so that the token that stopped it does not count here.
                listener.changed(witness.since(before, where, Optional.ofNullable(seen.get()), new CancelToken()));
            }
        }
    }
}
