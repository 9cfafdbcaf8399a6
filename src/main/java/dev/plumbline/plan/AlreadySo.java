package dev.plumbline.plan;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a state holds already what a change would bring about: a plan of the change alone, made from that state, is empty. A change that no plan is
 * made for, or that a plan would refuse, is never so already.
 */
public final class AlreadySo {
    private final PlanTarget target;
    private final AccessSnapshot access;

    /** @param access the reading that the changes speak of */
    public AlreadySo(PlanTarget target, AccessSnapshot access) {
        this.target = target;
        this.access = access;
    }

    /** @param state read or modelled for what {@link StagedChanges#toRead} names */
    public boolean in(Snapshot state, AccessChange change) {
        StagedChanges staged = StagedChanges.of(access, state, List.of(change));
        return isNothingLeft(staged, ChangePlanner.plan(target, state, staged.changes()));
    }

    /** For each change whether it is so in the state that those before it leave. */
    public List<Boolean> inOrder(Snapshot from, List<? extends AccessChange> changes) {
        List<Boolean> already = new ArrayList<>();
        Snapshot state = from;
        for (AccessChange change : changes) {
            StagedChanges staged = StagedChanges.of(access, state, List.of(change));
            Plan plan = ChangePlanner.plan(target, state, staged.changes());
            already.add(isNothingLeft(staged, plan));
            state = plan.modelled();
        }
        return already;
    }

    private static boolean isNothingLeft(StagedChanges staged, Plan plan) {
        return !staged.changes().isEmpty()
                && staged.refusals().isEmpty()
                && plan.isEmpty()
                && plan.refusals().isEmpty();
    }
}
