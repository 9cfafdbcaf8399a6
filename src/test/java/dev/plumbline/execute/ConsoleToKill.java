package dev.plumbline.execute;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.store.Journal;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A console in a process of its own that runs the repair and dies, without any farewell, at its n-th boundary: before each journal write
 * (when the journal asks for the time) and before and after each statement and phase (when the listener is told).
 */
public final class ConsoleToKill {
    static final Set<String> STEPS = Set.of(SmallPlanner.OWNER_ROLE, SmallPlanner.DATABASE_OWNER);
    private final AtomicInteger boundaries = new AtomicInteger();
    private final int fatal;

    private ConsoleToKill(int fatal) {
        this.fatal = fatal;
    }

    private void boundary() {
        if (boundaries.incrementAndGet() == fatal) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** Arguments: port, database, journal file, boundary to die at (0: live on and print how many there were). */
    public static void main(String[] arguments) {
        ConsoleToKill console = new ConsoleToKill(Integer.parseInt(arguments[3]));
        String database = arguments[1];
        try (ServerPools pools = new ServerPools();
                Journal journal = Journal.open(Path.of(arguments[2]), console.new FatalClock())) {
            Remote remote = new Remote(database, Integer.parseInt(arguments[0]));
            Plan plan = remote.plan(pools).restrictedTo(STEPS);
            var outcome = new PlanRunner(
                            pools,
                            remote.target(),
                            journal,
                            new SmallPlanner(DriftedDatabase.wanted(database)).verifier(),
                            DriftedDatabase.BACKGROUND,
                            RunLimits.DEFAULT)
                    .run(plan, DriftedDatabase.approve(plan), console.new FatalListener(), new CancelToken());
            System.out.println(outcome.ending() + " " + console.boundaries.get());
        }
    }

    /** The database as a process that did not start its server sees it. */
    private record Remote(String database, int port) {
        ConnectionTarget target() {
            return ConnectionTarget.of(
                    "127.0.0.1",
                    port,
                    Name.of(database),
                    Name.of("postgres"),
                    TestPostgres.password(),
                    TlsSettings.of(SslMode.DISABLE));
        }

        Plan plan(ServerPools pools) {
            CancelToken cancel = new CancelToken();
            var wanted = DriftedDatabase.wanted(database);
            return new SmallPlanner(wanted)
                    .plan(pools.read(
                            target(),
                            cancel,
                            session -> new SnapshotReader().read(session, SnapshotScope.of(wanted), cancel)));
        }
    }

    private final class FatalClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            boundary();
            return Instant.now();
        }
    }

    private final class FatalListener implements RunListener {
        @Override
        public void starting(Step step, int number, int total) {
            boundary();
        }

        @Override
        public void ended(StepOutcome outcome) {
            boundary();
        }

        @Override
        public void phase(String what) {
            boundary();
        }
    }
}
