package dev.plumbline.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingSessionTest {
    private static final Duration LONG_BEFORE_ITS_END = Duration.ofSeconds(5);
    private final ServerPools pools = new ServerPools();
    private final CancelToken cancel = new CancelToken();
    private TestPostgres server = TestPostgres.newest();
    private String database = "";

    @BeforeEach
    void prepare() {
        database = server.freshDatabase("writing");
        server.execute(database, "CREATE TABLE things (id int)");
    }

    @AfterEach
    void close() {
        pools.close();
    }

    private WritingSession open() {
        return pools.open(TestTargets.superuser(server, database), cancel);
    }

    private void execute(WritingSession session, Sql sql) {
        session.execute(sql, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }

    private String things() {
        return server.query(database, "SELECT count(*) FROM things").get(0);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatIsCommittedStandsAndTheServerRemembersIt(int major) {
        server = TestPostgres.major(major);
        prepare();
        try (WritingSession session = open()) {
            session.begin(cancel);
            assertThat(session.transactionId(cancel)).isEmpty();
            execute(session, Sql.of("INSERT INTO public.things VALUES (1)"));
            String id = session.transactionId(cancel).orElseThrow();
            try (WritingSession other = open()) {
                assertThat(other.fateOf(id, cancel)).isEqualTo(TransactionFate.IN_PROGRESS);
                session.commit();
                assertThat(other.fateOf(id, cancel)).isEqualTo(TransactionFate.COMMITTED);
            }
            session.begin(cancel);
            execute(session, Sql.of("INSERT INTO public.things VALUES (2)"));
            String undone = session.transactionId(cancel).orElseThrow();
            session.rollback();
            assertThat(session.fateOf(undone, cancel)).isEqualTo(TransactionFate.ABORTED);
        }
        assertThat(things()).isEqualTo("1");
    }

    @Test
    void aStatementCostsOneRoundTripAndOtherTimeoutsOneMore() {
        try (WritingSession session = open()) {
            session.begin(cancel);
            int before = session.roundTrips();
            execute(session, Sql.of("INSERT INTO public.things VALUES (1)"));
            assertThat(session.roundTrips() - before).isEqualTo(1);
            session.execute(
                    Sql.of("INSERT INTO public.things VALUES (1)"),
                    new LockTimeout(77),
                    new StatementTimeout(9_000),
                    cancel);
            assertThat(session.roundTrips() - before).isEqualTo(3);
            assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("77ms");
            assertThat(Asked.show(session.session(), "statement_timeout")).isEqualTo("9s");
            assertThat(Asked.show(session.session(), "createrole_self_grant")).isEmpty();
            session.rollback();
            session.begin(cancel);
            assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("5s");
            assertThat(Asked.show(session.session(), "search_path")).isEqualTo("pg_catalog, pg_temp");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET LOCAL lock_timeout = 0",
                "SET lock_timeout = '1h'",
                "SELECT pg_catalog.set_config('lock_timeout', '1h', true)",
                "DO 'BEGIN PERFORM pg_catalog.set_config(''lock_'' || ''timeout'', ''1h'', true); END'",
                "RESET ALL"
            })
    void aTimeoutThatAStatementSetsDoesNotCountForTheNext(String sets) {
        try (WritingSession session = open()) {
            session.begin(cancel);
            execute(session, new Sql(sets));
            execute(session, Sql.of("CREATE TABLE public.made (i int)"));
            assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("5s");
            session.commit();
            session.begin(cancel);
            assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("5s");
        }
    }

    /** A check that is validated runs code of the database; so does what a transaction of its own begins. */
    @Test
    void outsideOfTransactionsEachStatementHasTheTimeoutsThatItIsToHave() {
        server.execute(
                database,
                "CREATE FUNCTION long_wait(int) RETURNS bool LANGUAGE plpgsql AS"
                        + " 'BEGIN PERFORM set_config(''lock_'' || ''timeout'', ''1h'', false); RETURN true; END';"
                        + " INSERT INTO things VALUES (1); ALTER TABLE things ADD CONSTRAINT c CHECK (long_wait(id)) NOT VALID");
        try (WritingSession session = open()) {
            execute(session, Sql.of("CREATE TABLE public.made (i int)"));
            execute(session, Sql.of("ALTER TABLE public.things VALIDATE CONSTRAINT c"));
            execute(session, Sql.of("CREATE TABLE public.also (i int)"));
            assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("5s");
            session.begin(cancel);
            session.commit();
            session.execute(Sql.of("BEGIN"), new LockTimeout(77), StatementTimeout.DEFAULT, cancel);
            execute(session, Sql.of("CREATE TABLE public.third (i int)"));
            assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("5s");
        }
    }

    @Test
    void aSessionThatStartsAnewKeepsTheTimeoutsThatItHas() {
        try (WritingSession session = open()) {
            session.startAnew(
                    Sql.of("SET search_path = public"), LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
            int before = session.roundTrips();
            execute(session, Sql.of("CREATE TABLE made (i int)"));
            assertThat(session.roundTrips() - before).isEqualTo(1);
            session.execute(Sql.of("CREATE TABLE also (i int)"), new LockTimeout(77), StatementTimeout.DEFAULT, cancel);
            execute(session, Sql.of("CREATE TABLE third (i int)"));
            assertThat(session.roundTrips() - before).isEqualTo(5);
            assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("5s");
        }
    }

    @Test
    void aSlowStatementStopsWhenCancelledAndTheTransactionCanBeRolledBack() throws Exception {
        ExecutorService aside = Executors.newSingleThreadExecutor();
        try (WritingSession session = open()) {
            session.begin(cancel);
            execute(session, Sql.of("INSERT INTO public.things VALUES (1)"));
            Future<?> end = aside.submit(() -> execute(session, Sql.of("SELECT pg_catalog.pg_sleep(29)")));
            while (server.query(
                            "postgres",
                            "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(29)%' AND state = 'active'"
                                    + " AND pid <> pg_backend_pid()")
                    .isEmpty()) {
                assertThat(end).isNotDone();
            }
            long asked = System.nanoTime();
            cancel.cancel();
            assertThatThrownBy(() -> end.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(Cancelled.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(LONG_BEFORE_ITS_END);
            session.rollback();
            assertThat(session.session().inTransaction()).isFalse();
            CancelToken anew = new CancelToken();
            session.begin(anew);
            session.execute(
                    Sql.of("INSERT INTO public.things VALUES (2)"),
                    LockTimeout.DEFAULT,
                    StatementTimeout.DEFAULT,
                    anew);
            session.commit();
        } finally {
            aside.shutdownNow();
        }
        assertThat(things()).isEqualTo("1");
    }

    @Test
    void aLockThatSomebodyHoldsIsNotWaitedForLongerThanSaid() {
        try (WritingSession holder = open();
                WritingSession waiter = open()) {
            holder.begin(cancel);
            execute(holder, Sql.of("LOCK TABLE public.things"));
            waiter.begin(cancel);
            long start = System.nanoTime();
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> waiter.execute(
                            Sql.of("INSERT INTO public.things VALUES (1)"),
                            new LockTimeout(200),
                            StatementTimeout.DEFAULT,
                            cancel));
            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.LOCKED);
            assertThat(PgFailure.sqlState(refused)).isEqualTo("55P03");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(200), Duration.ofSeconds(2));
        }
    }

    @Test
    void aStatementThatTakesTooLongIsATimeoutAndNotACancel() {
        try (WritingSession session = open()) {
            session.begin(cancel);
            ProblemException tooLong = catchThrowableOfType(
                    ProblemException.class,
                    () -> session.execute(
                            Sql.of("SELECT pg_catalog.pg_sleep(20)"),
                            LockTimeout.DEFAULT,
                            new StatementTimeout(100),
                            cancel));
            assertThat(tooLong.problem().kind()).isEqualTo(Problem.Kind.TIMED_OUT);
        }
    }

    @Test
    void aRightThatIsMissingIsForbiddenInTheServersWords() {
        server.execute(database, "DROP ROLE IF EXISTS nobody_much", "CREATE ROLE nobody_much LOGIN PASSWORD 'x'");
        ConnectionTarget poor = TestTargets.login(server, database, "nobody_much", new Secret("x"));
        try (WritingSession session = pools.open(poor, cancel)) {
            session.begin(cancel);
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class, () -> execute(session, Sql.of("CREATE ROLE %I", Name.of("x y"))));
            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(refused.problem().code()).isEqualTo("42501");
            assertThat(PgFailure.serverMessage(refused)).contains("permission denied to create role");
        }
    }

    @Test
    void aSessionThatTheServerEndsIsALostConnection() {
        try (WritingSession session = open()) {
            session.begin(cancel);
            Query own = new Query("the process", "SELECT pg_catalog.pg_backend_pid() AS pid", List.of());
            long pid = session.session().ask(List.of(own), cancel).get(0).only().number("pid");
            server.execute("postgres", "SELECT pg_terminate_backend(" + pid + ")");
            assertThatThrownBy(session::commit).satisfies(lost -> {
                assertThat(PgFailure.isConnectionLost(lost)).isTrue();
                assertThat(lost)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                problem ->
                                        assertThat(problem.problem().kind()).isEqualTo(Problem.Kind.CONNECTION_LOST));
            });
            session.rollback();
        }
    }

    @Test
    void whatWasNotCommittedGoesWithTheSession() {
        try (WritingSession session = open()) {
            session.begin(cancel);
            execute(session, Sql.of("INSERT INTO public.things VALUES (1)"));
        }
        assertThat(things()).isEqualTo("0");
    }
}
