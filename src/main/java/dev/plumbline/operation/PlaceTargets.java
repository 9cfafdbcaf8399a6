package dev.plumbline.operation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.ConnectionTarget;
import java.util.function.Supplier;

/** The connection of a database that the window knows, looked up anew each time: credentials may have been rotated meanwhile. */
public final class PlaceTargets {
    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;

    public PlaceTargets(Supplier<KubeContexts> contexts, DirectConnections direct) {
        this.contexts = contexts;
        this.direct = direct;
    }

    /** @throws dev.plumbline.model.ProblemException when the cluster, the resource or its Secret cannot be read, or no connection has that name */
    public ConnectionTarget of(DatabasePlace place, CancelToken cancel) {
        if (place instanceof ResourceRef ref) {
            KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
            DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
            return InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance()));
        }
        return direct.target(new DirectTarget.Named(place.name()));
    }
}
