package dev.plumbline.bench;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.HolderSets;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.ServerPools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reading the access side of a database and computing the whole relation matrix, warm, over one open connection: medians in milliseconds. Arguments: a
 * connection string, and how many runs.
 */
public final class AccessBenchmark {
    private static final List<Privilege> ON_TABLES = List.of(
            Privilege.SELECT,
            Privilege.INSERT,
            Privilege.UPDATE,
            Privilege.DELETE,
            Privilege.TRUNCATE,
            Privilege.REFERENCES,
            Privilege.TRIGGER);

    private AccessBenchmark() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        ConnectionTarget target = Dsn.parse(arguments[0], Map.of(), Path.of("/"));
        List<Double> reading = new ArrayList<>();
        List<Double> computing = new ArrayList<>();
        List<Double> matrix = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        try (ServerPools pools = new ServerPools()) {
            for (int run = 0; run < runs; run++) {
                AccessSnapshot snapshot = timed(reading, () -> read(pools, target));
                EffectivePrivileges privileges = timed(computing, () -> EffectivePrivileges.of(snapshot));
                long[] counted = timed(matrix, () -> count(snapshot, privileges));
                together.add(last(reading) + last(computing) + last(matrix));
                if (run == runs - 1) {
                    System.out.printf(
                            Locale.ROOT,
                            "%d roles, %d objects, %d relations, %,d cells of which %,d held%n",
                            snapshot.roles().known(),
                            snapshot.objects().size(),
                            snapshot.of(ObjectKind.RELATION).size(),
                            counted[0],
                            counted[1]);
                }
            }
        }
        print("reading", reading);
        print("closure", computing);
        print("matrix", matrix);
        print("together", together);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf("heap after: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static AccessSnapshot read(ServerPools pools, ConnectionTarget target) {
        CancelToken cancel = new CancelToken();
        return pools.read(target, cancel, session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
    }

    /** Cells looked at, and those held: every role × relation × privilege. */
    private static long[] count(AccessSnapshot snapshot, EffectivePrivileges privileges) {
        HolderSets sets = new HolderSets(privileges, ON_TABLES);
        long held = 0;
        long cells = 0;
        for (DatabaseObject object : snapshot.objects()) {
            if (object.kind() == ObjectKind.RELATION) {
                sets.fill(object);
                for (int place = 0; place < ON_TABLES.size(); place++) {
                    held += sets.holders(place).size();
                }
                cells += (long) ON_TABLES.size() * snapshot.roles().known();
            }
        }
        return new long[] {cells, held};
    }

    private static <T> T timed(List<Double> times, Supplier<T> work) {
        long begun = System.nanoTime();
        T made = work.get();
        times.add((System.nanoTime() - begun) / 1e6);
        return made;
    }

    private static double last(List<Double> times) {
        return times.get(times.size() - 1);
    }

    private static void print(String what, List<Double> times) {
        List<Double> warm =
                times.subList(times.size() / 3, times.size()).stream().sorted().toList();
        System.out.printf(
                Locale.ROOT, "%-10s median %8.1f ms, best %8.1f ms%n", what, warm.get(warm.size() / 2), warm.get(0));
    }
}
