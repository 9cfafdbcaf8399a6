package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.kube.VelocityConnection;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secret;
import dev.plumbline.operation.DirectConnections;
import dev.plumbline.operation.PlaceTargets;
import dev.plumbline.operation.ReadAccess;
import dev.plumbline.operation.TakeSnapshot;
import dev.plumbline.operation.rotation.ReadRotation;
import dev.plumbline.pg.ConnectionTarget;
import java.util.Optional;
import java.util.function.Supplier;

/** The connection of the database that a step is about, looked up anew each time: credentials may have been rotated meanwhile. */
public final class RunbookDatabase {
    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;
    private final PlaceTargets places;

    public RunbookDatabase(Supplier<KubeContexts> contexts, DirectConnections direct) {
        this.contexts = contexts;
        this.direct = direct;
        this.places = new PlaceTargets(contexts, direct);
    }

    /** The first that is there: a connection string, a Database resource, the database of the Velocity operator of a context, a ManagedDatabase resource. */
    public record Where(
            Optional<String> dsn,
            Optional<ResourceRef> database,
            Optional<String> velocityContext,
            Optional<ResourceRef> managed) {
        public static final Where NOWHERE =
                new Where(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static Where ofDsn(String dsn) {
            return new Where(Optional.of(dsn), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Where ofDatabase(ResourceRef database) {
            return new Where(Optional.empty(), Optional.of(database), Optional.empty(), Optional.empty());
        }

        public static Where ofVelocity(String context) {
            return new Where(Optional.empty(), Optional.empty(), Optional.of(context), Optional.empty());
        }

        public static Where ofManaged(ResourceRef managed) {
            return new Where(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(managed));
        }

        /** Without the connection string, which may hold a password. */
        @Override
        public String toString() {
            return dsn.isPresent()
                    ? "a connection string"
                    : database.or(() -> managed)
                            .map(ResourceRef::shown)
                            .orElse("Velocity's database of context " + velocityContext.orElse(""));
        }
    }
    /** One value of a Secret. */
    public Secret secret(String context, String namespace, String name, String key, CancelToken cancel) {
        return contexts.get().open(context).stoppedBy(cancel).readSecret(namespace, name, key, "a header");
    }

    /** All of the catalog of the database, as {@link TakeSnapshot} writes it. */
    public String snapshot(TakeSnapshot snapshots, Where where, CancelToken cancel) {
        return snapshots.of(target(where, cancel), cancel);
    }

    /** What is called what in the database, in one round trip once connected. */
    public DatabaseNames names(ReadAccess access, Where where, CancelToken cancel) {
        return DatabaseNames.of(access.snapshot(target(where, cancel), AccessScope.GRANTS, cancel));
    }

    public DatabaseNames names(ReadAccess access, DatabasePlace place, CancelToken cancel) {
        return DatabaseNames.of(access.snapshot(places.of(place, cancel), AccessScope.GRANTS, cancel));
    }

    /** @throws ProblemException RB-DATABASE where none is named, or when the cluster, the resource or its Secret cannot be read */
    public ConnectionTarget target(Where where, CancelToken cancel) {
        if (where.dsn().isPresent()) {
            return direct.target(where.dsn().get());
        }
        if (where.database().isPresent()) {
            return places.of(where.database().get(), cancel);
        }
        if (where.velocityContext().isPresent()) {
            VelocityConnection found = contexts.get()
                    .open(where.velocityContext().get())
                    .stoppedBy(cancel)
                    .readVelocityConnection();
            return direct.target(found.dsn().reveal()).withLabel(found.origin());
        }
        if (where.managed().isPresent()) {
            ResourceRef managed = where.managed().get();
            return ReadRotation.target(
                    contexts.get().open(managed.context()).stoppedBy(cancel), managed, direct::target);
        }
        throw new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "RB-DATABASE",
                "Connecting to",
                "the runbook's database",
                "no database is named.",
                "Give --dsn, or an input of type database."));
    }
}
