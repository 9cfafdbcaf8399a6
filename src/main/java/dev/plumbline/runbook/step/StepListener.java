package dev.plumbline.runbook.step;

import dev.plumbline.operation.runbook.CatalogChanges;

/** Hears a step as it runs, from any thread. */
@FunctionalInterface
public interface StepListener {
    StepListener NONE = sentence -> {};

    void heard(String sentence);

    /** What the step's run changed in a catalog, as two readings tell it: once for each database, also where the run failed. */
    default void changed(CatalogChanges changes) {}
}
