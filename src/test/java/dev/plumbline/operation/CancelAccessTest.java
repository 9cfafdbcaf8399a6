package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.ObjectLookup;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.preflight.PreflightQuestion;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.execute.NextObjectProver;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each long step of the access side, held up by a lock of somebody else's and cancelled while it waits: it ends at once and leaves nothing. */
@Timeout(180)
class CancelAccessTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int TRIES = 3;
    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("cancelled");
    private final ServerPools pools = new ServerPools();

    @BeforeEach
    void makeATable() {
        server.execute(
                database,
                "CREATE ROLE " + database + "_app",
                "CREATE SCHEMA ledger",
                "CREATE TABLE ledger.entries (id int)");
    }

    @AfterEach
    void close() {
        pools.close();
        server.dropDatabase(database);
        server.execute("postgres", "DROP ROLE " + database + "_app");
    }

    @Test
    void theReadingOfWhoMayDoWhat() throws Exception {
        stopsAtOnce(
                "pg_policy",
                "ACCESS EXCLUSIVE",
                cancel -> pools.read(
                        TestTargets.superuser(server, database),
                        cancel,
                        session -> new AccessReader().read(session, AccessScope.EVERY_CELL, cancel)));
    }

    @Test
    void theProofOfAChangeAtItsStatementAndAtItsReading() throws Exception {
        Direct direct = Direct.with(pools);
        Optional<DirectTarget> without = Optional.of(new DirectTarget.OfDsn(direct.dsn(server, database)));
        AccessReport report =
                direct.reading().ofDirect(without.orElseThrow(), AccessScope.GRANTS, new CancelToken(), Progress.NONE);
        Integer app = report.snapshot().roles().of(Name.of(database + "_app"));
        assertThat(app).isNotNull();
        GrantPrivileges grant = new GrantPrivileges(
                ObjectLookup.find(report.snapshot(), "ledger.entries").get(0),
                null,
                app,
                PrivilegeSet.of(Privilege.SELECT));
        Plan plan = direct.changes()
                .plan(report, List.of(grant), without, new CancelToken())
                .plan();
        assertThat(plan.steps()).hasSize(1);
        stopsAtOnce(
                "pg_class",
                "EXCLUSIVE",
                cancel -> direct.changes().proveDifference(plan, AccessScope.GRANTS, without, cancel));
        stopsAtOnce(
                "pg_policy",
                "ACCESS EXCLUSIVE",
                cancel -> direct.changes().proveDifference(plan, AccessScope.GRANTS, without, cancel));
    }

    @Test
    void theProofOfTheNextObject() throws Exception {
        Direct direct = Direct.with(pools);
        AccessReport report = direct.reading()
                .ofDirect(
                        new DirectTarget.OfDsn(direct.dsn(server, database)),
                        AccessScope.GRANTS,
                        new CancelToken(),
                        Progress.NONE);
        stopsAtOnce(
                "pg_class",
                "EXCLUSIVE",
                cancel -> new NextObjectProver(pools, TestTargets.superuser(server, database))
                        .make(
                                Name.of(server.superuser()),
                                Name.of("ledger"),
                                ObjectType.TABLES,
                                report.target().server(),
                                cancel));
    }

    @Test
    void theMeasuringOfAPreflight() throws Exception {
        PreflightQuestion question = question();
        stopsAtOnce(
                "pg_class",
                "EXCLUSIVE",
                cancel -> MeasurePreflight.measure(
                        pools, TestTargets.superuser(server, database), question, cancel, Progress.NONE));
    }

    /** Without the cancel each would wait for the lock for ever; how soon it acts is measured by a benchmark. */
    private void stopsAtOnce(String catalog, String mode, Consumer<CancelToken> work) throws Exception {
        String before = state();
        List<Duration> took = new ArrayList<>();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            took.add(cancelledWhileWaiting(catalog, mode, work));
            assertThat(server.await("postgres", left(), List::isEmpty))
                    .as("sessions that are left at work")
                    .isEmpty();
            assertThat(state()).as("the catalog").isEqualTo(before);
        }
        assertThat(Collections.max(took)).as(took.toString()).isLessThan(SOON);
    }

    private Duration cancelledWhileWaiting(String catalog, String mode, Consumer<CancelToken> work) throws Exception {
        CancelToken cancel = new CancelToken();
        try (Connection blocker = server.connect(database)) {
            blocker.setAutoCommit(false);
            try (Statement statement = blocker.createStatement()) {
                statement.execute("LOCK TABLE pg_catalog." + catalog + " IN " + mode + " MODE");
            }
            CompletableFuture<Long> ended = new CompletableFuture<>();
            Thread thread = new Thread(() -> ended.complete(run(work, cancel)), "to-be-cancelled");
            thread.setDaemon(true);
            thread.start();
            server.await("postgres", waiting(), waiting -> !waiting.isEmpty());
            long asked = System.nanoTime();
            cancel.cancel();
            return Duration.ofNanos(ended.get(30, TimeUnit.SECONDS) - asked);
        }
    }

    private static long run(Consumer<CancelToken> work, CancelToken cancel) {
        try {
            work.accept(cancel);
        } catch (Cancelled stopped) {
            return System.nanoTime();
        }
        throw new IllegalStateException("it was not cancelled");
    }

    private String waiting() {
        return "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = '" + database + "'";
    }

    private String left() {
        return "SELECT application_name || ' ' || state || ' ' || query FROM pg_stat_activity WHERE datname = '"
                + database + "' AND state <> 'idle' AND pid <> pg_backend_pid()";
    }

    private String state() {
        return String.join(
                " ",
                server.query(
                        database,
                        "SELECT relname || coalesce(relacl::text, '') FROM pg_class WHERE relnamespace = 'ledger'::regnamespace"
                                + " UNION ALL SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_toast_temp%'"
                                + " AND nspname NOT LIKE 'pg_temp%' UNION ALL SELECT count(*)::text FROM pg_roles ORDER BY 1"));
    }

    private PreflightQuestion question() {
        return new PreflightQuestion(
                Name.of(server.superuser()), List.of(Name.of("ledger")), PreflightQuestion.TRACKING);
    }
}
