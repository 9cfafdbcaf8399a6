package dev.plumbline.operation;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.SnapshotJson;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.ServerPools;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Reads a whole catalog, what the database is made of and who may do what, and writes them as JSON. */
public final class TakeSnapshot {
    private static final int ATTEMPTS = 3;
    private static final SnapshotScope NO_OBJECTS = new SnapshotScope(List.of(), List.of());

    private final Supplier<KubeContexts> contexts;
    private final SnapshotReader reader = new SnapshotReader();
    private final DirectConnections direct;
    private final ServerPools pools;
    private final Clock clock;

    public TakeSnapshot(Supplier<KubeContexts> contexts, DirectConnections direct, ServerPools pools, Clock clock) {
        this.contexts = contexts;
        this.direct = direct;
        this.pools = pools;
        this.clock = clock;
    }

    public String ofResource(ResourceRef ref, CancelToken cancel) {
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
        return take(InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance())), cancel);
    }

    public String ofDsn(String dsn, CancelToken cancel) {
        return take(direct.target(dsn), cancel);
    }

    public String of(ConnectionTarget target, CancelToken cancel) {
        return take(target, cancel);
    }

    private String take(ConnectionTarget target, CancelToken cancel) {
        return pools.read(target, cancel, session -> {
            if (session.version().isCockroach()) {
                Snapshot snapshot = ofOwnership(session, cancel);
                return SnapshotJson.withoutAccess(
                        snapshot, "CockroachDB's access side is not written to snapshots yet.", clock.instant());
            }
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                StructureSnapshot structure = new StructureReader().read(session, cancel);
                Snapshot snapshot = ofOwnership(session, cancel);
                AccessSnapshot access = new AccessReader().read(session, AccessScope.GRANTS, cancel);
                if (isOneState(snapshot, access.catalog())) {
                    return SnapshotJson.write(snapshot, access, structure, clock.instant());
                }
            }
            throw new ProblemException(new Problem(
                    Problem.Kind.CONFLICT,
                    "SNAP-409",
                    "Taking a snapshot of",
                    target.shown(),
                    "roles, schemas or default privileges changed between its readings, each of " + ATTEMPTS
                            + " times.",
                    "Try again when nobody is changing them."));
        });
    }

    private Snapshot ofOwnership(PgSession session, CancelToken cancel) {
        Snapshot names = reader.read(session, NO_OBJECTS, cancel);
        return reader.read(session, SnapshotScope.everythingIn(names), cancel);
    }

    /** The two readings are of different moments; they are told as one only where what both hold is the same. */
    private static boolean isOneState(Snapshot one, Snapshot other) {
        return one.database().equals(other.database())
                && one.roles().equals(other.roles())
                && one.memberships().equals(other.memberships())
                && one.schemas().equals(other.schemas())
                && one.defaultPrivileges().equals(other.defaultPrivileges());
    }
}
