package dev.plumbline.operation.rotation;

import dev.plumbline.catalog.managed.CredentialsReader;
import dev.plumbline.drift.chain.MigrationChain;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.kube.ManagedResources;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.managed.RotationFacts.HintFacts;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.rotation.RotationPlanner;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a ManagedDatabase, its chain, its credentials in cluster and database, and who uses them, and plans the next turn of its loop. Changes nothing. */
public final class ReadRotation {
    private static final int STEPS = 4;
    private static final List<String> POSTGRES = List.of("postgres", "postgresql", "pg", "pgsql");

    private final Supplier<KubeContexts> contexts;
    private final Function<String, ConnectionTarget> dsn;
    private final ServerPools pools;
    private final Clock clock;

    /** @param dsn understands a connection string as libpq does */
    public ReadRotation(
            Supplier<KubeContexts> contexts, Function<String, ConnectionTarget> dsn, ServerPools pools, Clock clock) {
        this.contexts = contexts;
        this.dsn = dsn;
        this.pools = pools;
        this.clock = clock;
    }

    /** @throws ProblemException when the resource cannot be read, or the cluster cannot be reached; what else cannot be read is told in its place */
    public RotationReport read(ResourceRef ref, CancelToken cancel, Progress progress) {
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        ManagedResources resources = cluster.managed();
        progress.report("reading the ManagedDatabase and its migrations", 0, STEPS);
        ManagedDatabase database = resources.readDatabase(ref);
        List<DatabaseMigration> migrations = resources.readMigrations(ref);
        progress.report("reading Secrets, pods and Jobs", 1, STEPS);
        List<String> versions =
                migrations.stream().map(DatabaseMigration::version).toList();
        progress.report("reading the database", 2, STEPS);
        String dsnVersion = "";
        Seen<LiveCredentials> live;
        Map<String, HintFacts> hints = Map.of();
        try {
            ManagedResources.Connection connection = resources.readConnection(database);
            dsnVersion = connection.version();
            Optional<ConnectionTarget> target = target(database, connection, dsn);
            if (target.isPresent()) {
                LiveCredentials now =
                        pools.read(target.get(), cancel, session -> new CredentialsReader().read(session, cancel));
                live = Seen.of(now);
                progress.report("reading what the hints speak of", 3, STEPS);
                hints = hints(database, migrations, now, target.get(), cancel);
            } else {
                live = Seen.absent("its connection string is for "
                        + scheme(connection.dsn().reveal())
                        + ", which Plumbline does not speak; only what the cluster says is told.");
            }
        } catch (ProblemException unread) {
            live = Seen.unknown(unread.problem().message());
        }
        RotationFacts facts = new RotationFacts(
                database,
                migrations,
                cluster.identity(),
                dsnVersion,
                resources.readSecrets(database, versions),
                resources.readUsers(ref.namespace()),
                resources.readJobs(database),
                live,
                hints,
                List.of());
        progress.report("planned", STEPS, STEPS);
        return new RotationReport(RotationPlanner.plan(facts), clock.instant());
    }

    private Map<String, HintFacts> hints(
            ManagedDatabase database,
            List<DatabaseMigration> migrations,
            LiveCredentials live,
            ConnectionTarget target,
            CancelToken cancel) {
        Optional<DatabaseMigration> next = live.current()
                .value()
                .flatMap(current -> MigrationChain.find(
                                database.ref().namespace(), current, database.desiredVersion(), migrations)
                        .next());
        return next.isEmpty() || next.get().hints().isEmpty()
                ? Map.of()
                : new HintReading(pools, target, cancel).read(next.get());
    }

    /** The connection to the database, found anew; for whoever is going to change it. */
    ConnectionTarget target(KubeCluster cluster, ManagedDatabase database) {
        return target(cluster, database, dsn);
    }

    /**
     * The connection to the database of a ManagedDatabase.
     *
     * @throws ProblemException when the resource or its connection cannot be read, or it is not PostgreSQL
     */
    public static ConnectionTarget target(
            KubeCluster cluster, ResourceRef ref, Function<String, ConnectionTarget> dsn) {
        return target(cluster, cluster.managed().readDatabase(ref), dsn);
    }

    private static ConnectionTarget target(
            KubeCluster cluster, ManagedDatabase database, Function<String, ConnectionTarget> dsn) {
        return target(database, cluster.managed().readConnection(database), dsn)
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.INVALID,
                        "ROT-ENGINE",
                        "Connecting to the database of",
                        database.ref().shown(),
                        "it is not PostgreSQL.",
                        "")));
    }

    KubeCluster cluster(ResourceRef ref, CancelToken cancel) {
        return contexts.get().open(ref.context()).stoppedBy(cancel);
    }

    private static Optional<ConnectionTarget> target(
            ManagedDatabase database, ManagedResources.Connection connection, Function<String, ConnectionTarget> dsn) {
        String text = connection.dsn().reveal().strip();
        String scheme = scheme(text);
        if (!POSTGRES.contains(scheme)) {
            return Optional.empty();
        }
        String libpq = "postgresql" + text.substring(scheme.length());
        return Optional.of(
                dsn.apply(libpq).withLabel("ManagedDatabase " + database.ref().shown()));
    }

    private static String scheme(String dsn) {
        int end = dsn.indexOf("://");
        return end <= 0 ? "something else" : dsn.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
