package dev.plumbline.operation;

import dev.plumbline.execute.PlanProver;
import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;

/** Runs a plan inside a transaction that is always rolled back, and reads what it did. */
public final class ProvePlan {
    private final PlanConnections connections;
    private final ServerPools pools;

    public ProvePlan(PlanConnections connections, ServerPools pools) {
        this.connections = connections;
        this.pools = pools;
    }

    public Proof prove(Plan plan, CancelToken cancel) {
        return new PlanProver(pools, connections.of(plan, cancel)).prove(plan, cancel);
    }
}
