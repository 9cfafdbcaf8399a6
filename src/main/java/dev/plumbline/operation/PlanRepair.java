package dev.plumbline.operation;

import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Preview;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RepairPlanner;
import java.util.Optional;

/** Turns a report into the plan that would repair it, and a plan into its three panes. Asks no server. */
public final class PlanRepair {
    /** The plan for a report whose catalog could be read. */
    public Plan plan(OwnershipReport.Live live, OwnershipReport report, RepairOptions options) {
        return RepairPlanner.plan(live.target(), live.wanted(), live.snapshot(), report.checks(), options);
    }

    public Preview preview(Plan plan, Optional<Snapshot> proved) {
        return Preview.compute(plan, proved);
    }
}
