package dev.plumbline.bench;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.HolderSets;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.GrantRole;
import dev.plumbline.access.change.PrivilegeDifference;
import dev.plumbline.access.compare.AccessComparison;
import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Evidence;
import dev.plumbline.access.why.Question;
import dev.plumbline.access.why.Why;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.SnapshotJson;
import dev.plumbline.catalog.SnapshotJsonReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.Dsn;
import dev.plumbline.pg.ServerPools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * What is asked of a reading that is in memory: who can, why, who gains and loses by a plan, what changed since a snapshot file; and the memory that it takes.
 * Arguments: a connection string, and how many answers of each kind.
 */
public final class AccessAnswersBenchmark {
    private final AccessSnapshot snapshot;
    private final EffectivePrivileges privileges;
    private final List<DatabaseObject> tables;
    private final Random random = new Random(7);
    private final int runs;

    private AccessAnswersBenchmark(AccessSnapshot snapshot, int runs) {
        this.snapshot = snapshot;
        this.privileges = EffectivePrivileges.of(snapshot);
        this.tables = snapshot.of(ObjectKind.RELATION);
        this.runs = runs;
    }

    public static void main(String[] arguments) {
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        ConnectionTarget target = Dsn.parse(arguments[0], Map.of(), Path.of("/"));
        try (ServerPools pools = new ServerPools()) {
            long empty = used();
            AccessSnapshot snapshot = pools.read(
                    target,
                    new CancelToken(),
                    session -> new AccessReader().read(session, AccessScope.GRANTS, new CancelToken()));
            long full = used();
            AccessAnswersBenchmark benchmark = new AccessAnswersBenchmark(snapshot, runs);
            System.out.printf(
                    Locale.ROOT,
                    "%d roles, %d objects; a reading takes %.1f MB, its closures %.1f MB%n",
                    snapshot.roles().known(),
                    snapshot.objects().size(),
                    (full - empty) / 1e6,
                    (used() - full) / 1e6);
            benchmark.measure();
        }
    }

    private static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void measure() {
        HolderSets sets = new HolderSets(privileges, List.of(Privilege.SELECT));
        times("who can SELECT", runs * 100, () -> {
            sets.fill(table());
            return sets.holders(0).size();
        });
        times(
                "why situation",
                runs,
                () -> Why.of(snapshot, privileges, Instant.EPOCH).hashCode());
        Why why = Why.of(snapshot, privileges, Instant.EPOCH);
        times("why, any role", runs, () -> why(why).gates().size());
        times("why, all denied", runs, () -> {
            Answer answer = why(why);
            while (answer.fixes().isEmpty()) {
                answer = why(why);
            }
            return answer.fixes().size();
        });
        int few = Math.max(5, runs / 10);
        times("gain/loss: grant", few, () -> difference(grant()));
        times("gain/loss: owner", few, () -> difference(owner()));
        times("gain/loss: join", few, () -> difference(join()));
        times("gain/loss: 20 changes", few, () -> difference(twenty()));
        String[] written = new String[1];
        times("snapshot written", 5, () -> {
            written[0] = SnapshotJson.write(snapshot.catalog(), snapshot, null, Instant.EPOCH);
            return written[0].length();
        });
        System.out.printf(
                Locale.ROOT, "snapshot file %.1f MB%n", written[0].getBytes(StandardCharsets.UTF_8).length / 1e6);
        AccessSnapshot[] back = new AccessSnapshot[1];
        times("snapshot read", 5, () -> {
            back[0] = SnapshotJsonReader.read(written[0]).access();
            return back[0].objects().size();
        });
        times(
                "compared",
                5,
                () -> AccessComparison.between(back[0], snapshot).changes().size());
    }

    private DatabaseObject table() {
        return tables.get(random.nextInt(tables.size()));
    }

    private int role() {
        return random.nextInt(snapshot.roles().known());
    }

    private Answer why(Why why) {
        return why.answer(new Question(role(), Privilege.SELECT, table(), null), Evidence.NONE);
    }

    private List<AccessChange> grant() {
        return List.of(new GrantPrivileges(table(), null, role(), PrivilegeSet.of(Privilege.SELECT)));
    }

    private List<AccessChange> owner() {
        return List.of(new ChangeOwner(table(), role()));
    }

    private List<AccessChange> join() {
        return List.of(GrantRole.inheriting(
                snapshot.roles().role(role()).name(),
                snapshot.roles().role(role()).name(),
                snapshot.catalog().server().login()));
    }

    private List<AccessChange> twenty() {
        List<AccessChange> changes = new ArrayList<>();
        for (int at = 0; at < 18; at++) {
            changes.addAll(grant());
        }
        changes.addAll(owner());
        changes.addAll(join());
        return changes;
    }

    /** What a plan costs: each change applied, and both states compared. */
    private int difference(List<AccessChange> changes) {
        AccessSnapshot after = snapshot;
        for (AccessChange change : changes) {
            after = change.applyTo(after);
        }
        return PrivilegeDifference.between(snapshot, privileges, after, EffectivePrivileges.of(after))
                .cells();
    }

    private static void times(String what, int times, IntSupplier work) {
        double[] taken = new double[times];
        long sum = 0;
        for (int time = 0; time < times; time++) {
            long begun = System.nanoTime();
            sum += work.getAsInt();
            taken[time] = (System.nanoTime() - begun) / 1e3;
        }
        double[] warm = Arrays.copyOfRange(taken, times / 3, times);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%-22s median %,12.1f µs, worst %,12.1f µs (sum %d)%n",
                what,
                warm[warm.length / 2],
                warm[warm.length - 1],
                sum);
    }
}
