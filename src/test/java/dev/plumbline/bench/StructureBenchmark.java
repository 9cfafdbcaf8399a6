package dev.plumbline.bench;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.ServerPools;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/**
 * Reading the structure of two databases at once over open connections and comparing them, interleaved with the bare limit: the COPY statements of a file, on both at once, over open
 * connections and thrown away; then the first database alone, its access side and structure one after the other against the same bare limit. Medians of the warm runs, in milliseconds. Arguments: two connection strings, how many runs, and the file (optional).
 */
public final class StructureBenchmark {
    private StructureBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        ConnectionTarget one = Dsn.parse(arguments[0], Map.of(), Path.of("/"));
        ConnectionTarget two = Dsn.parse(arguments[1], Map.of(), Path.of("/"));
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
        List<String> copies = arguments.length > 3
                ? Files.readAllLines(Path.of(arguments[3])).stream()
                        .filter(line -> line.startsWith("COPY "))
                        .map(line -> line.substring(0, line.lastIndexOf(';')))
                        .toList()
                : List.of();
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Double> bare = new ArrayList<>();
        List<Double> reading = new ArrayList<>();
        List<Double> comparing = new ArrayList<>();
        List<Double> bareOne = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        try (ServerPools pools = new ServerPools();
                Connection first = plain(one);
                Connection second = plain(two)) {
            for (int run = 0; run < runs; run++) {
                if (!copies.isEmpty()) {
                    timed(bare, () -> atOnce(both, () -> copy(first, copies), () -> copy(second, copies)));
                }
                List<StructureSnapshot> read =
                        timed(reading, () -> atOnce(both, () -> read(pools, one), () -> read(pools, two)));
                StructureComparison comparison =
                        timed(comparing, () -> StructureComparison.of(read.get(0), read.get(1)));
                if (!copies.isEmpty()) {
                    timed(bareOne, () -> copy(first, copies));
                }
                timed(whole, () -> readWhole(pools, one));
                if (run == runs - 1) {
                    System.out.printf(
                            Locale.ROOT,
                            "%,d and %,d things, %d differences, %d perhaps renamed%n",
                            read.get(0).things().size(),
                            read.get(1).things().size(),
                            comparison.differences().size(),
                            comparison.renames().size());
                }
            }
        } finally {
            both.shutdownNow();
        }
        if (!copies.isEmpty()) {
            print("bare", bare);
        }
        print("reading", reading);
        print("comparing", comparing);
        if (!copies.isEmpty()) {
            print("bare one", bareOne);
        }
        print("whole one", whole);
    }

    private static Connection plain(ConnectionTarget target) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + target.host() + ":" + target.port() + "/"
                        + target.database().text(),
                target.user().text(),
                target.password() == null ? "" : target.password().reveal());
    }

    private static int copy(Connection connection, List<String> copies) {
        try {
            int bytes = 0;
            for (String copy : copies) {
                bytes += (int) connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(copy, OutputStream.nullOutputStream());
            }
            return bytes;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static StructureSnapshot read(ServerPools pools, ConnectionTarget target) {
        CancelToken cancel = new CancelToken();
        return pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
    }

    private static int readWhole(ServerPools pools, ConnectionTarget target) {
        CancelToken cancel = new CancelToken();
        return pools.read(target, cancel, session -> {
            AccessSnapshot access = new AccessReader().read(session, AccessScope.GRANTS, cancel);
            return access.relations().size()
                    + new StructureReader().read(session, cancel).things().size();
        });
    }

    private static <T> List<T> atOnce(ExecutorService both, Supplier<T> one, Supplier<T> two) {
        CompletableFuture<T> first = CompletableFuture.supplyAsync(one, both);
        CompletableFuture<T> second = CompletableFuture.supplyAsync(two, both);
        return List.of(first.join(), second.join());
    }

    private static <T> T timed(List<Double> times, Supplier<T> work) {
        long begun = System.nanoTime();
        T made = work.get();
        times.add((System.nanoTime() - begun) / 1e6);
        return made;
    }

    private static void print(String what, List<Double> times) {
        List<Double> warm =
                times.subList(times.size() / 3, times.size()).stream().sorted().toList();
        System.out.printf(
                Locale.ROOT, "%-10s median %8.1f ms, best %8.1f ms%n", what, warm.get(warm.size() / 2), warm.get(0));
    }
}
