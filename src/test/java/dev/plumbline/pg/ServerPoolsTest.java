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
import dev.plumbline.model.SslMode;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.testing.CountingProxy;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerPoolsTest {
    private static final String SLOW = "SELECT pg_catalog.pg_sleep(30)";
    private static final Duration LONG_BEFORE_ITS_END = Duration.ofSeconds(5);
    private final TestPostgres server = TestPostgres.newest();
    private final ServerPools pools = new ServerPools();
    private final CancelToken cancel = new CancelToken();

    @AfterEach
    void close() {
        pools.close();
    }

    private ConnectionTarget target() {
        return TestTargets.superuser(server, "postgres");
    }

    private static ConnectionTarget at(ConnectionTarget target, String host, int port) {
        return new ConnectionTarget(
                host,
                null,
                port,
                target.database(),
                target.user(),
                target.password(),
                target.tls(),
                target.connectTimeout(),
                "",
                List.of());
    }

    private Problem refused(ConnectionTarget target) {
        ProblemException failure = catchThrowableOfType(
                ProblemException.class,
                () -> pools.read(target, cancel, session -> Asked.one(session, "SELECT 1", cancel)));
        return failure.problem();
    }

    @Test
    void namesWhoHoldsTheLockThatAReadingWaitedFor() {
        ConnectionTarget target = TestTargets.superuser(server, server.freshDatabase("held"));
        String role = "held_reader";
        server.execute(
                target.database().text(),
                "CREATE TABLE public.\"Held\" (id int)",
                "CREATE ROLE " + role + " LOGIN PASSWORD '"
                        + TestPostgres.password().reveal() + "'",
                "GRANT SELECT ON public.\"Held\" TO " + role);
        try (WritingSession holder = pools.open(target, cancel)) {
            holder.begin(cancel);
            holder.execute(
                    Sql.of("LOCK TABLE public.%I", Name.of("Held")),
                    LockTimeout.DEFAULT,
                    StatementTimeout.DEFAULT,
                    cancel);
            String pid = holder.session()
                    .ask(List.of(new Query("itself", "SELECT pg_catalog.pg_backend_pid() AS pid", List.of())), cancel)
                    .get(0)
                    .only()
                    .text("pid");
            ProblemException failure = heldUp(target);
            assertThat(failure.problem().kind()).isEqualTo(Problem.Kind.LOCKED);
            assertThat(failure.problem().answer())
                    .contains(
                            "lock timeout",
                            "ACCESS EXCLUSIVE: process " + pid + " holds it on public.\"Held\" (role ",
                            "idle in transaction",
                            "in a transaction since ");
            assertThat(PgFailure.sqlState(failure)).isEqualTo("55P03");
            assertThat(heldUp(TestTargets.login(server, target.database().text(), role, TestPostgres.password()))
                            .problem()
                            .answer())
                    .contains("process " + pid + " holds it on ", "this login may see no more of it")
                    .doesNotContain("in a transaction", "machine");
        } finally {
            server.dropDatabase(target.database().text());
            server.execute("postgres", "DROP ROLE " + role);
        }
    }

    private ProblemException heldUp(ConnectionTarget target) {
        return catchThrowableOfType(
                ProblemException.class,
                () -> pools.read(
                        target,
                        cancel,
                        session -> session.readTogether(
                                List.of(
                                        new Query(
                                                "patience",
                                                "SELECT pg_catalog.set_config('lock_timeout', '20ms', true)",
                                                List.of()),
                                        new Query("rows", "SELECT id FROM public.\"Held\"", List.of())),
                                cancel)));
    }

    @Test
    void readingsShareOneConnection() throws IOException {
        try (CountingProxy proxy = new CountingProxy(server.host(), server.port())) {
            ConnectionTarget through = at(target(), "127.0.0.1", proxy.port());
            for (int reading = 0; reading < 5; reading++) {
                assertThat(pools.<String>read(through, cancel, session -> Asked.one(session, "SELECT 7", cancel)))
                        .isEqualTo("(7)");
            }
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void aWrongPasswordIsToldAtOnceAndTriedOnce() throws IOException {
        try (CountingProxy proxy = new CountingProxy(server.host(), server.port())) {
            ConnectionTarget wrong =
                    TestTargets.login(server, "postgres", server.superuser(), new Secret("not this one"));
            Problem problem = refused(at(wrong, "127.0.0.1", proxy.port()));
            assertThat(problem.kind()).isEqualTo(Problem.Kind.AUTHENTICATION);
            assertThat(problem.code()).isEqualTo("28P01");
            assertThat(problem.message())
                    .contains("as \"postgres\"", "password")
                    .doesNotContain("not this one");
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void aPasswordThatIsAskedForAndMissingIsSaid() {
        ConnectionTarget without = ConnectionTarget.of(
                server.host(),
                server.port(),
                Name.of("postgres"),
                Name.of("postgres"),
                null,
                TlsSettings.of(SslMode.DISABLE));
        assertThat(refused(without).code()).isEqualTo("PG-NO-PASSWORD");
    }

    @Test
    void aDatabaseThatIsNotThereIsNotFound() {
        Problem problem = refused(TestTargets.superuser(server, "no such database"));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(problem.answer()).contains("3D000");
    }

    @Test
    void aRoleAtItsConnectionLimitIsToldSo() {
        server.execute(
                "postgres",
                "DROP ROLE IF EXISTS full_house",
                "CREATE ROLE full_house LOGIN CONNECTION LIMIT 0 PASSWORD 'x'");
        Problem problem = refused(TestTargets.login(server, "postgres", "full_house", new Secret("x")));
        assertThat(problem.code()).isEqualTo("53300");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREACHABLE);
    }

    @Test
    void nobodyListeningIsToldAtOnce() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        long start = System.nanoTime();
        Problem problem = refused(at(target(), "127.0.0.1", port));
        assertThat(problem.code()).isEqualTo("PG-REFUSED");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aHostWithoutAddressIsSaid() {
        assertThat(refused(at(target(), "no-such-host.invalid", 5432)).code()).isEqualTo("PG-UNKNOWN-HOST");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpAtTheTimeout() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (SslMode mode : List.of(SslMode.DISABLE, SslMode.PREFER, SslMode.REQUIRE)) {
                ConnectionTarget target = ConnectionTarget.of(
                                "127.0.0.1",
                                blackHole.getLocalPort(),
                                Name.of("d"),
                                Name.of("u"),
                                null,
                                TlsSettings.of(mode))
                        .withConnectTimeout(Duration.ofSeconds(1));
                long start = System.nanoTime();
                assertThat(refused(target).kind()).isEqualTo(Problem.Kind.TIMED_OUT);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
            }
        }
    }

    @Test
    void connectingStopsAtOnceWhenCancelled() throws Exception {
        try (ServerSocket blackHole = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ConnectionTarget target = at(target(), "127.0.0.1", blackHole.getLocalPort());
            Stopped stopped = stop(() -> accepts(blackHole), () -> pools.read(target, cancel, PgSession::roundTrips));
            assertThat(stopped.failure()).isInstanceOf(Cancelled.class);
            assertThat(stopped.took()).isLessThan(LONG_BEFORE_ITS_END);
        }
    }

    @Test
    void aSlowReadingStopsWhenCancelledAndTheServerStopsToo() throws Exception {
        Stopped stopped = stop(
                () -> !running("pg_sleep(30)").isEmpty(),
                () -> pools.read(target(), cancel, session -> Asked.one(session, SLOW, cancel)));
        assertThat(stopped.failure()).isInstanceOf(Cancelled.class);
        assertThat(stopped.took()).isLessThan(LONG_BEFORE_ITS_END);
        assertThat(running("pg_sleep(30)")).isEmpty();
        assertThat(pools.<String>read(
                        target(), new CancelToken(), session -> Asked.one(session, "SELECT 1", new CancelToken())))
                .isEqualTo("(1)");
    }

    @Test
    void aReadingWhoseServerFallsSilentStopsWhenCancelled() throws Exception {
        try (CountingProxy proxy = new CountingProxy(server.host(), server.port())) {
            ConnectionTarget through = at(target(), "127.0.0.1", proxy.port());
            AtomicInteger before = new AtomicInteger(Integer.MAX_VALUE);
            Stopped stopped = stop(
                    () -> proxy.roundTrips() > before.get(),
                    () -> pools.read(through, cancel, session -> {
                        proxy.mute();
                        before.set(proxy.roundTrips());
                        return Asked.one(session, "SELECT 1", cancel);
                    }));
            assertThat(stopped.failure()).isInstanceOf(Cancelled.class);
            assertThat(stopped.took()).isLessThan(LONG_BEFORE_ITS_END);
        }
    }

    @Test
    void aPooledConnectionThatDiedIsReplacedWithoutAWord() throws IOException {
        try (CountingProxy proxy = new CountingProxy(server.host(), server.port())) {
            ConnectionTarget through = at(target(), "127.0.0.1", proxy.port());
            pools.read(through, cancel, session -> Asked.one(session, "SELECT 1", cancel));
            proxy.cut();
            assertThat(pools.<String>read(through, cancel, session -> Asked.one(session, "SELECT 2", cancel)))
                    .isEqualTo("(2)");
            server.execute(
                    "postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'plumbline'");
            assertThat(pools.<String>read(through, cancel, session -> Asked.one(session, "SELECT 3", cancel)))
                    .isEqualTo("(3)");
            assertThat(proxy.connections()).isEqualTo(3);
        }
    }

    @Test
    void aFreshConnectionThatDiesIsAProblem() throws IOException {
        try (CountingProxy proxy = new CountingProxy(server.host(), server.port())) {
            ConnectionTarget through = at(target(), "127.0.0.1", proxy.port());
            assertThatThrownBy(() -> pools.read(through, cancel, session -> {
                        proxy.cut();
                        return Asked.one(session, "SELECT 1", cancel);
                    }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            lost -> assertThat(lost.problem().kind()).isEqualTo(Problem.Kind.CONNECTION_LOST));
        }
    }

    @Test
    void somethingThatIsNotPostgresIsToldSo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread talker = new Thread(() -> {
                try (var socket = other.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    return;
                }
            });
            talker.start();
            assertThat(refused(at(target(), "127.0.0.1", other.getLocalPort())).message())
                    .isNotBlank();
        }
    }

    @Test
    void manyReadingsAtOnceStayWithinTheBoundsAndAllEnd() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(12);
        try (ServerPools small = new ServerPools(2, 3)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int number = 0; number < 24; number++) {
                ConnectionTarget one = target().withLabel("target " + number % 3);
                answers.add(readers.submit(
                        () -> small.<String>read(one, cancel, session -> Asked.one(session, countOwn(), cancel))));
            }
            for (Future<String> answer : answers) {
                String count = answer.get(30, TimeUnit.SECONDS).replaceAll("\\D", "");
                assertThat(Integer.parseInt(count)).isBetween(1, 6);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void settingsOfTheSessionArePinned() {
        pools.read(target(), cancel, session -> {
            assertThat(Asked.show(session, "search_path")).isEqualTo("pg_catalog,pg_temp");
            assertThat(Asked.show(session, "default_transaction_read_only")).isEqualTo("on");
            assertThat(Asked.show(session, "statement_timeout")).isEqualTo("1min");
            assertThat(Asked.show(session, "lock_timeout")).isEqualTo("5s");
            assertThat(Asked.show(session, "idle_in_transaction_session_timeout"))
                    .isEqualTo("1min");
            assertThat(Asked.show(session, "application_name")).isEqualTo("plumbline");
            assertThat(session.settingsPerTransaction()).isFalse();
            return "";
        });
    }

    private static String countOwn() {
        return "SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity WHERE application_name = 'plumbline'"
                + " AND state = 'active'";
    }

    private List<String> running(String text) {
        return server.query(
                "postgres",
                "SELECT query FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%" + text
                        + "%' AND pid <> pg_backend_pid()");
    }

    private record Stopped(Throwable failure, Duration took) {}

    /** Runs the work aside, cancels it as soon as it is under way, and tells how it ended and how long that took. */
    private Stopped stop(BooleanSupplier underWay, Runnable work) throws Exception {
        ExecutorService aside = Executors.newSingleThreadExecutor();
        try {
            Future<?> end = aside.submit(work);
            while (!underWay.getAsBoolean()) {
                assertThat(end).isNotDone();
            }
            long asked = System.nanoTime();
            cancel.cancel();
            try {
                end.get(20, TimeUnit.SECONDS);
                throw new AssertionError("the work came to its end although it was cancelled");
            } catch (ExecutionException stopped) {
                return new Stopped(
                        Objects.requireNonNull(stopped.getCause()), Duration.ofNanos(System.nanoTime() - asked));
            }
        } finally {
            aside.shutdownNow();
        }
    }

    private static boolean accepts(ServerSocket listener) {
        try {
            return listener.accept().isConnected();
        } catch (IOException closed) {
            return false;
        }
    }
}
