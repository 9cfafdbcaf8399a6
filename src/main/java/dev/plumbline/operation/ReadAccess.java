package dev.plumbline.operation;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.CockroachAccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.PlanTarget;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads who may do what in a database, in one round trip once connected, and computes what everybody's privileges come to. */
public final class ReadAccess {
    private static final int STEPS = 4;
    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;
    private final ServerPools pools;
    private final Clock clock;
    private final boolean alsoCockroach;
    private final AccessReader reader = new AccessReader();

    public ReadAccess(Supplier<KubeContexts> contexts, DirectConnections direct, ServerPools pools, Clock clock) {
        this(contexts, direct, pools, clock, false);
    }

    private ReadAccess(
            Supplier<KubeContexts> contexts,
            DirectConnections direct,
            ServerPools pools,
            Clock clock,
            boolean alsoCockroach) {
        this.alsoCockroach = alsoCockroach;
        this.contexts = contexts;
        this.direct = direct;
        this.pools = pools;
        this.clock = clock;
    }

    /** The same for whoever knows how CockroachDB differs; elsewhere its access side is refused. */
    public ReadAccess alsoOnCockroach() {
        return new ReadAccess(contexts, direct, pools, clock, true);
    }

    public AccessReport ofResource(ResourceRef ref, AccessScope scope, CancelToken cancel, Progress progress) {
        progress.report("reading the resource " + ref.shown(), 0, STEPS);
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
        progress.report("reading its instance " + resource.instance().shown(), 1, STEPS);
        ConnectionTarget target = InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance()));
        return read(target, resource.ownership(), ref, cluster.identity(), scope, cancel, progress);
    }

    public AccessReport ofDirect(DirectTarget target, AccessScope scope, CancelToken cancel, Progress progress) {
        return read(direct.target(target), new OwnershipModel.None(), null, "", scope, cancel, progress);
    }

    private AccessReport read(
            ConnectionTarget target,
            OwnershipModel declared,
            @Nullable ResourceRef ref,
            String cluster,
            AccessScope scope,
            CancelToken cancel,
            Progress progress) {
        progress.report("reading the catalog of " + target.database().shown(), 2, STEPS);
        return pools.read(target, cancel, session -> {
            AccessSnapshot snapshot = snapshot(session, scope, cancel);
            progress.report("computing privileges", 3, STEPS);
            return new AccessReport(
                    snapshot,
                    EffectivePrivileges.of(snapshot),
                    declared,
                    new PlanTarget(ref, cluster, snapshot.catalog().server()),
                    new ConnectionSummary(
                            snapshot.catalog().server(),
                            target.host(),
                            target.port(),
                            target.tls().mode(),
                            session.encryption(),
                            session.roundTrips()),
                    clock.instant());
        });
    }

    /** The same as it is stored, without what everybody's privileges come to. */
    public AccessSnapshot snapshot(ConnectionTarget target, AccessScope scope, CancelToken cancel) {
        return pools.read(target, cancel, session -> snapshot(session, scope, cancel));
    }

    private AccessSnapshot snapshot(PgSession session, AccessScope scope, CancelToken cancel) {
        return alsoCockroach && session.version().isCockroach()
                ? new CockroachAccessReader().read(session, cancel)
                : reader.read(session, scope, cancel);
    }
}
