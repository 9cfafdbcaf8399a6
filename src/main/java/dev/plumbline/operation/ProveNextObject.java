package dev.plumbline.operation;

import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.execute.NextObjectProver;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.PlanTarget;
import java.util.Optional;

/** Creates a predicted object as its creator would, reads its ACL and rolls back. */
public final class ProveNextObject {
    private final PlanConnections connections;
    private final DirectConnections direct;
    private final ServerPools pools;

    public ProveNextObject(PlanConnections connections, DirectConnections direct, ServerPools pools) {
        this.connections = connections;
        this.direct = direct;
        this.pools = pools;
    }

    /** @param without where the target has no resource */
    public NextProof prove(
            PlanTarget target, Optional<DirectTarget> without, NextObject predicted, CancelToken cancel) {
        ConnectionTarget connection = target.resource() != null
                ? connections.of(target, cancel)
                : direct.target(without.orElseThrow(
                        () -> new IllegalArgumentException("a target without a resource needs its connection")));
        NextObjectProver.Made made = new NextObjectProver(pools, connection)
                .make(predicted.creator(), predicted.schema(), predicted.type(), target.server(), cancel);
        return new NextProof(predicted, made.owner(), made.acl(), made.notes());
    }

    /** Refused where nothing may change, although a proof is rolled back: it executes first. */
    public static ProblemException refusedAsReadOnly(PlanTarget target) {
        return new ProblemException(new Problem(
                Problem.Kind.READ_ONLY,
                "read-only",
                "prove the next object on",
                target.shown(),
                "a proof creates the object before it rolls back, and nothing may change here.",
                "Leave out --prove, or --read-only."));
    }
}
