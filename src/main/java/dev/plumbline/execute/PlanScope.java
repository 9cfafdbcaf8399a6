package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.plan.Plan;

/** What is read of the catalog for a plan: all that the plan rests on. */
final class PlanScope {
    private PlanScope() {}

    static SnapshotScope of(Plan plan) {
        return new SnapshotScope(
                plan.concern().schemas(),
                plan.concern().owners(),
                plan.concern().others());
    }
}
