package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.kube.VelocityConnection;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.DirectConnections;
import dev.plumbline.operation.PlaceTargets;
import dev.plumbline.pg.ConnectionTarget;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The database that a step of a runbook means, found anew each time: credentials may have been rotated meanwhile. */
public final class RunbookDatabase {
    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;
    private final PlaceTargets places;

    public RunbookDatabase(Supplier<KubeContexts> contexts, DirectConnections direct) {
        this.contexts = contexts;
        this.direct = direct;
        this.places = new PlaceTargets(contexts, direct);
    }

    /**
     * Exactly one of three.
     *
     * @param dsn a connection string as libpq reads it
     * @param database a Database resource
     * @param velocityContext the context of the cluster whose Velocity operator uses the database
     */
    public record Where(Optional<String> dsn, Optional<ResourceRef> database, Optional<String> velocityContext) {
        public Where {
            if (Stream.of(dsn, database, velocityContext)
                            .filter(Optional::isPresent)
                            .count()
                    != 1) {
                throw new IllegalArgumentException("a database is named in exactly one way");
            }
        }

        public static Where ofDsn(String dsn) {
            return new Where(Optional.of(dsn), Optional.empty(), Optional.empty());
        }

        public static Where ofDatabase(ResourceRef database) {
            return new Where(Optional.empty(), Optional.of(database), Optional.empty());
        }

        public static Where ofVelocity(String context) {
            return new Where(Optional.empty(), Optional.empty(), Optional.of(context));
        }

        /** Without the connection string, which may hold a password. */
        @Override
        public String toString() {
            return dsn.isPresent()
                    ? "a connection string"
                    : database.map(ResourceRef::shown)
                            .orElse("Velocity's database of context " + velocityContext.orElse(""));
        }
    }

    /** @throws dev.plumbline.model.ProblemException when the string cannot be understood, or the cluster, the resource or its Secret cannot be read */
    public ConnectionTarget target(Where where, CancelToken cancel) {
        if (where.dsn().isPresent()) {
            return direct.target(where.dsn().get());
        }
        if (where.database().isPresent()) {
            return places.of(where.database().get(), cancel);
        }
        KubeCluster cluster =
                contexts.get().open(where.velocityContext().orElseThrow()).stoppedBy(cancel);
        VelocityConnection found = cluster.readVelocityConnection();
        return direct.target(found.dsn().reveal()).withLabel(found.origin());
    }
}
