package dev.plumbline.bench;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** How long it takes from a cancel to the end of the work: connecting to a server that never answers, a slow reading, a slow statement that writes. */
public final class CancelBenchmark {
    private static final Sql SLOW = Sql.of("SELECT pg_catalog.pg_sleep(600)");
    private final ServerPools pools = new ServerPools();
    private final ExecutorService aside = Executors.newSingleThreadExecutor();
    private final FleetServer server;
    private final int runs;

    private CancelBenchmark(FleetServer server, int runs) {
        this.server = server;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
        try (FleetServer server = FleetServer.start(1)) {
            new CancelBenchmark(server, runs).measure();
        }
    }

    private void measure() throws Exception {
        System.out.printf("milliseconds from the cancel to the end of the work, %d runs%n", runs);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            print("connecting", () -> accepted(silent), cancel -> read(target(silent.getLocalPort()), cancel));
        }
        print("a reading", this::sleeps, cancel -> read(target(server.port()), cancel));
        print("a statement", this::sleeps, this::write);
        pools.close();
        aside.shutdownNow();
    }

    private void print(String what, Callable<Boolean> underWay, Consumer<CancelToken> work) throws Exception {
        List<Double> took = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            CancelToken cancel = new CancelToken();
            Future<?> end = aside.submit(() -> work.accept(cancel));
            while (!underWay.call()) {
                Thread.onSpinWait();
            }
            long asked = System.nanoTime();
            cancel.cancel();
            awaitCancelled(end);
            took.add((System.nanoTime() - asked) / 1e6);
        }
        took.sort(null);
        System.out.printf(
                Locale.ROOT, "%-12s median %6.1f  longest %6.1f%n", what, took.get(runs / 2), took.get(runs - 1));
    }

    private static void awaitCancelled(Future<?> end) throws InterruptedException {
        try {
            end.get();
            throw new IllegalStateException("the work came to its end although it was cancelled");
        } catch (ExecutionException stopped) {
            if (!(stopped.getCause() instanceof Cancelled)) {
                throw new IllegalStateException(stopped.getCause());
            }
        }
    }

    private void read(ConnectionTarget target, CancelToken cancel) {
        pools.read(target, cancel, session -> session.readTogether(List.of(Query.of("a slow answer", SLOW)), cancel));
    }

    private void write(CancelToken cancel) {
        try (WritingSession session = pools.open(target(server.port()), cancel)) {
            session.begin(cancel);
            session.execute(SLOW, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
        }
    }

    private boolean sleeps() throws SQLException {
        return server.isRunning("pg_sleep(600)");
    }

    /** The connection stays open without an answer until the benchmark ends. */
    private static boolean accepted(ServerSocket silent) throws IOException {
        Socket taken = silent.accept();
        return taken.isConnected();
    }

    private static ConnectionTarget target(int port) {
        return Dsn.parse("postgresql://trusted@127.0.0.1:" + port + "/fleet_1?sslmode=disable", Map.of(), Path.of("/"));
    }
}
