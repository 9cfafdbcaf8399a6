package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Problem;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.Step;
import dev.plumbline.store.EntryKind;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunRecord;
import dev.plumbline.testing.CuttingProxy;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else holds what a run needs: another console its lock, a session a lock of the server's. */
@Timeout(120)
class LockTest {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final RunLimits SHORT = new RunLimits(Duration.ofMillis(200), SOON, Duration.ofSeconds(5), SOON);
    private static final RunLimits PATIENT = new RunLimits(Duration.ofSeconds(60), SOON, Duration.ofSeconds(5), SOON);
    private static final LockTimeout LONG = new LockTimeout(60_000);

    @TempDir
    private Path folder;

    private ServerPools pools;
    private Journal journal;
    private DriftedDatabase database;

    @BeforeEach
    void open() {
        pools = new ServerPools();
        journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        database = new DriftedDatabase(TestPostgres.newest());
    }

    @AfterEach
    void close() {
        journal.close();
        pools.close();
    }

    /** Stops a run at a phase until it is let go. */
    private record Gate(String phase, CountDownLatch reached, CountDownLatch open) implements RunListener {
        static Gate at(String phase) {
            return new Gate(phase, new CountDownLatch(1), new CountDownLatch(1));
        }

        @Override
        public void starting(Step step, int number, int total) {}

        @Override
        public void ended(StepOutcome outcome) {}

        @Override
        public void phase(String what) {
            if (what.equals(phase)) {
                reached.countDown();
                LockTest.await(open);
            }
        }
    }

    /** Hears who is waited for. */
    private record WaitingListener(Consumer<List<String>> consumer) implements RunListener {
        @Override
        public void starting(Step step, int number, int total) {}

        @Override
        public void ended(StepOutcome outcome) {}

        @Override
        public void phase(String what) {}

        @Override
        public void waitingFor(List<String> sessions) {
            consumer.accept(sessions);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private CompletableFuture<RunOutcome> start(Plan plan, RunListener listener, CancelToken cancel, RunLimits limits) {
        return CompletableFuture.supplyAsync(
                () -> database.runner(pools, journal, limits)
                        .run(plan, DriftedDatabase.approve(plan), listener, cancel),
                DriftedDatabase.BACKGROUND);
    }

    @Test
    void ofTwoConsolesOneAppliesAndTheOtherIsToldWhoHoldsTheLock() throws Exception {
        Plan plan = database.plan(pools);
        Gate gate = Gate.at("committing");
        CompletableFuture<RunOutcome> first = start(plan, gate, new CancelToken(), SHORT);
        await(gate.reached);

        RunOutcome second =
                start(plan, RunListener.NONE, new CancelToken(), SHORT).get(60, TimeUnit.SECONDS);

        gate.open.countDown();
        RunOutcome applied = first.get(60, TimeUnit.SECONDS);
        assertThat(applied.ending()).isEqualTo(Ending.VERIFIED);
        assertThat(second.ending()).isEqualTo(Ending.REFUSED);
        assertThat(second.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.LOCKED);
            assertThat(problem.message())
                    .contains("application plumbline run " + applied.journalId(), "user postgres", "from 127.0.0.1")
                    .containsPattern("session \\d+")
                    .containsPattern("since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
        });
        assertThat(journal.show(second.journalId()).last(EntryKind.LOCK_TAKEN)).isEmpty();
    }

    @Test
    void aConsoleThatWaitedForTheLockFindsItsPlanStale() throws Exception {
        Plan plan = database.plan(pools);
        Gate gate = Gate.at("committing");
        CompletableFuture<RunOutcome> first = start(plan, gate, new CancelToken(), PATIENT);
        await(gate.reached);
        CompletableFuture<RunOutcome> second = start(plan, RunListener.NONE, new CancelToken(), PATIENT);
        gate.open.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS).ending()).isEqualTo(Ending.VERIFIED);
        RunOutcome stale = second.get(60, TimeUnit.SECONDS);
        assertThat(stale.ending()).isEqualTo(Ending.REFUSED);
        assertThat(stale.problem().map(Problem::kind)).contains(Problem.Kind.STALE_PLAN);
    }

    @Test
    void waitingForTheOtherConsoleCanBeCancelled() throws Exception {
        Plan plan = database.plan(pools);
        Gate gate = Gate.at("committing");
        CompletableFuture<RunOutcome> first = start(plan, gate, new CancelToken(), PATIENT);
        await(gate.reached);
        CancelToken cancel = new CancelToken();
        Gate waits = Gate.at("taking the lock that keeps two consoles apart");
        CompletableFuture<RunOutcome> second = start(plan, waits, cancel, PATIENT);
        await(waits.reached);
        waits.open.countDown();
        cancel.cancel();
        assertThat(second.get(60, TimeUnit.SECONDS).ending()).isEqualTo(Ending.CANCELLED);
        gate.open.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).ending()).isEqualTo(Ending.VERIFIED);
    }

    @Test
    void aLockTimeoutRollsBackAndNamesWhoWasInTheWay() throws Exception {
        Plan plan = database.plan(pools, new LockTimeout(1_000));
        String before = database.state();
        try (Connection blocker = blocking()) {
            RunOutcome outcome =
                    start(plan, RunListener.NONE, new CancelToken(), SHORT).get(60, TimeUnit.SECONDS);
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            assertThat(outcome.problem()).hasValueSatisfying(problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.LOCKED);
                assertThat(problem.message())
                        .contains(
                                "55P03", "In the way: session " + pid(blocker), "user postgres", "application nightly")
                        .containsPattern("since \\d{4}-");
            });
            assertThat(outcome.steps())
                    .extracting(StepOutcome::state)
                    .containsExactly(
                            State.ROLLED_BACK,
                            State.ROLLED_BACK,
                            State.ROLLED_BACK,
                            State.ROLLED_BACK,
                            State.FAILED,
                            State.NOT_RUN);
            assertThat(database.state()).isEqualTo(before);
        }
    }

    @Test
    void aStatementThatWaitsForALockIsCancelledAtOnceAndRolledBack() throws Exception {
        Plan plan = database.plan(pools, LONG);
        String before = database.state();
        CancelToken cancel = new CancelToken();
        CompletableFuture<Long> cancelledAt = new CompletableFuture<>();
        RunListener cancelWhenWaiting = new WaitingListener(sessions -> {
            cancelledAt.complete(System.nanoTime());
            cancel.cancel();
        });
        try (Connection blocker = blocking()) {
            RunOutcome outcome = start(plan, cancelWhenWaiting, cancel, SHORT).get(30, TimeUnit.SECONDS);
            assertThat(outcome.ending()).as(outcome.toString()).isEqualTo(Ending.CANCELLED);
            assertThat(System.nanoTime() - cancelledAt.getNow(0L))
                    .as("far sooner than the lock timeout of a minute")
                    .isLessThan(Duration.ofSeconds(5).toNanos());
            assertThat(pid(blocker)).isPositive();
            assertThat(database.state()).isEqualTo(before);
            assertThat(outcome.steps().get(4))
                    .matches(step ->
                            step.state() == State.ROLLED_BACK && step.sqlState().equals("57014"));
            RunRecord run = journal.show(outcome.journalId());
            assertThat(run.last(EntryKind.ROLLED_BACK)).isPresent();
            assertThat(run.outcome()).contains("CANCELLED");
        }
    }

    @Test
    void aRunCancelledBeforeItsFirstStatementChangesNothing() throws Exception {
        Plan plan = database.plan(pools);
        String before = database.state();
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        RunOutcome outcome = start(plan, RunListener.NONE, cancel, SHORT).get(30, TimeUnit.SECONDS);
        assertThat(outcome.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(outcome.steps()).allMatch(step -> step.state() == State.NOT_RUN);
        assertThat(database.state()).isEqualTo(before);
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    void cancellingDuringTheCommitDoesNotLoseWhatIsCommitted() throws Exception {
        Plan plan = database.plan(pools);
        CancelToken cancel = new CancelToken();
        Gate gate = Gate.at("committing");
        CompletableFuture<RunOutcome> run = start(plan, gate, cancel, SHORT);
        await(gate.reached);
        cancel.cancel();
        gate.open.countDown();
        RunOutcome outcome = run.get(30, TimeUnit.SECONDS);
        assertThat(outcome.ending()).isEqualTo(Ending.DONE_NOT_VERIFIED);
        assertThat(outcome.problem().map(Problem::code)).contains("verification-stopped");
        assertThat(outcome.steps()).allMatch(step -> step.state() == State.STANDS);
        assertThat(database.plan(pools).isEmpty()).isTrue();
    }

    @Test
    void behindAPoolerTheTransactionHoldsTheLock() throws Exception {
        try (CuttingProxy pooler = new CuttingProxy(database.server.host(), database.server.port())) {
            pooler.refuseOptions();
            Plan plan = database.plan(pools);
            Gate gate = Gate.at("committing");
            CompletableFuture<RunOutcome> first = startThrough(pooler, plan, gate);
            await(gate.reached);
            RunOutcome second = startThrough(pooler, plan, RunListener.NONE).get(60, TimeUnit.SECONDS);
            gate.open.countDown();
            RunOutcome applied = first.get(60, TimeUnit.SECONDS);
            assertThat(applied.ending()).as(applied.toString()).isEqualTo(Ending.VERIFIED);
            assertThat(journal.show(applied.journalId())
                            .last(EntryKind.LOCK_TAKEN)
                            .orElseThrow()
                            .field("lock"))
                    .isEqualTo("transaction");
            assertThat(second.problem().map(Problem::code)).contains("run-locked");
        }
    }

    private CompletableFuture<RunOutcome> startThrough(CuttingProxy pooler, Plan plan, RunListener listener) {
        PlanRunner runner = new PlanRunner(
                pools,
                database.target(pooler.port()),
                journal,
                database.planner().verifier(),
                DriftedDatabase.BACKGROUND,
                SHORT);
        return CompletableFuture.supplyAsync(
                () -> runner.run(plan, DriftedDatabase.approve(plan), listener, new CancelToken()),
                DriftedDatabase.BACKGROUND);
    }

    /** A session that keeps anybody from writing default privileges, and lets everybody read them. */
    private Connection blocking() throws SQLException {
        Connection blocker = database.server.connect(database.name);
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute("SET application_name = 'nightly'");
            statement.execute("LOCK TABLE pg_catalog.pg_default_acl IN SHARE MODE");
        }
        return blocker;
    }

    private static long pid(Connection connection) {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
