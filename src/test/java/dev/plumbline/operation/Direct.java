package dev.plumbline.operation;

import dev.plumbline.kube.KubeContexts;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** The operations of the access side on databases reached by a connection string; asking for a cluster is a mistake of the test. */
public record Direct(ReadAccess reading, ChangeAccess changes, TakeSnapshot snapshots) {
    public static Direct with(ServerPools pools) {
        return with(pools, () -> {
            throw unused();
        });
    }

    public static Direct with(ServerPools pools, Supplier<Journal> journal) {
        Supplier<KubeContexts> contexts = () -> {
            throw unused();
        };
        DirectConnections connections = new DirectConnections(
                () -> {
                    throw unused();
                },
                pools,
                Map.of(),
                Path.of("/nonexistent"),
                Clock.systemUTC());
        return new Direct(
                new ReadAccess(contexts, connections, pools, Clock.systemUTC()),
                new ChangeAccess(
                        contexts, new PlanConnections(contexts), connections, pools, journal, Direct::inBackground),
                new TakeSnapshot(contexts, connections, pools, Clock.systemUTC()));
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "direct-background");
        thread.setDaemon(true);
        thread.start();
    }

    private static IllegalStateException unused() {
        return new IllegalStateException("a direct connection needs neither cluster, settings nor journal here");
    }

    public String dsn(TestPostgres server, String database) {
        return "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
    }
}
