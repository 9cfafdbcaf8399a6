package dev.plumbline.operation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.ConnectionTarget;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a reading came from, resolved anew: the report's resource, or the connection that was given. */
record TargetOfReport(Supplier<KubeContexts> contexts, DirectConnections direct) {
    ConnectionTarget of(AccessReport report, Optional<DirectTarget> without, CancelToken cancel) {
        ResourceRef ref = report.target().resource();
        if (ref == null) {
            return direct.target(without.orElseThrow());
        }
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
        return InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance()));
    }
}
