package dev.plumbline.operation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import java.util.function.Supplier;

/** The connection for a plan's target, read anew from the cluster when it is used: credentials may have been rotated since the preview. */
public final class PlanConnections {
    private final Supplier<KubeContexts> contexts;

    public PlanConnections(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    /** Refuses a cluster other than the one the plan was made on. */
    ConnectionTarget of(Plan plan, CancelToken cancel) {
        return of(plan.target(), cancel);
    }

    /** The same for what is tried on a target without a plan. */
    ConnectionTarget of(PlanTarget target, CancelToken cancel) {
        ResourceRef ref = target.resource();
        if (ref == null) {
            throw new IllegalArgumentException("a plan is made for a resource");
        }
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        String identity = cluster.identity();
        if (!identity.equals(target.cluster())) {
            throw new ProblemException(new Problem(
                    Problem.Kind.WRONG_TARGET,
                    "PLAN-CLUSTER",
                    "Running the plan for",
                    ref.shown(),
                    "the context now leads to another cluster (" + identity + ") than the one previewed ("
                            + target.cluster() + ").",
                    "Nothing was run. Check the kubeconfig, then read the database again."));
        }
        DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
        return InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance()));
    }
}
