package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Sql;
import dev.plumbline.model.SslMode;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.TlsSettings;
import dev.plumbline.testing.CockroachScript;
import dev.plumbline.testing.ScriptedCockroach;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTrialsTest {
    private final TestPostgres server = TestPostgres.newest();
    private final String database = server.freshDatabase("trials");
    private final Name role = Name.of("tried_" + database);

    RoleTrialsTest() {
        server.execute(
                database,
                "CREATE ROLE " + role.text(),
                "CREATE TABLE kept (a int)",
                "CREATE ROLE login_" + database + " LOGIN PASSWORD '"
                        + TestPostgres.password().reveal() + "'");
    }

    @Test
    void eachAttemptIsUndoneBeforeTheNextAndNothingRemains() {
        server.execute(database, "CREATE SCHEMA mine AUTHORIZATION " + role.text());
        Sql create = Sql.of("CREATE TABLE mine.t (a pg_catalog.int4)");
        List<RoleTrials.Outcome> outcomes = tryAs(
                server.superuser(),
                List.of(
                        List.of(create),
                        List.of(create, create),
                        List.of(Sql.of("DROP TABLE public.kept")),
                        List.of(create)));
        assertThat(outcomes.stream().map(RoleTrials.Outcome::sqlState))
                .containsExactly("00000", "42P07", "42501", "00000");
        assertThat(server.query(database, "SELECT count(*) FROM pg_class WHERE relname IN ('t', 'kept')"))
                .containsExactly("1");
    }

    @Test
    void aGrantThatGrantsNothingIsTold() {
        server.execute(
                database, "GRANT USAGE ON SCHEMA public TO " + role.text(), "GRANT SELECT ON kept TO " + role.text());
        List<RoleTrials.Outcome> outcomes =
                tryAs(server.superuser(), List.of(List.of(Sql.of("GRANT SELECT ON TABLE public.kept TO PUBLIC"))));
        assertThat(outcomes.get(0).sqlState()).isEqualTo("00000");
        assertThat(outcomes.get(0).warnings()).singleElement().asString().startsWith("01007");
    }

    @Test
    void aLoginThatMayNotSetRoleIsRefused() {
        assertThatThrownBy(() -> tryAs("login_" + database, List.of(List.of(Sql.of("SELECT 1")))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("may not SET ROLE");
    }

    @Test
    void aCancelledTrialLeavesNothing() {
        CancelToken cancel = new CancelToken();
        List<List<Sql>> attempts = List.of(
                List.of(Sql.of("CREATE TABLE public.left_behind (a pg_catalog.int4)")), List.of(Sql.of("SELECT 1")));
        assertThatThrownBy(() -> {
                    try (ServerPools pools = new ServerPools()) {
                        new RoleTrials(pools, TestTargets.superuser(server, database))
                                .tryAs(Name.of(server.superuser()), attempts, cancel, (doing, done, total) -> {
                                    if (done == 1) {
                                        cancel.cancel();
                                    }
                                });
                    }
                })
                .isInstanceOf(Cancelled.class);
        assertThat(server.query(database, "SELECT count(*) FROM pg_class WHERE relname = 'left_behind'"))
                .containsExactly("0");
    }

    @Test
    void nothingIsTriedOnCockroachWhichWouldCommitIt() throws IOException {
        CockroachScript script = CockroachScript.read(RoleTrialsTest.class, "cockroach/nothing-asked.txt");
        try (ScriptedCockroach cockroach = new ScriptedCockroach(script);
                ServerPools pools = new ServerPools()) {
            ConnectionTarget target = ConnectionTarget.of(
                    "127.0.0.1",
                    cockroach.port(),
                    Name.of("billing"),
                    Name.of("plumb"),
                    new Secret("x"),
                    TlsSettings.of(SslMode.DISABLE));
            List<List<Sql>> attempts = List.of(List.of(Sql.of("CREATE TABLE public.t (a int4)")));
            assertThatThrownBy(() -> new RoleTrials(pools, target)
                            .tryAs(Name.of("migrator"), attempts, new CancelToken(), Progress.NONE))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("CockroachDB commits before each schema change");
            assertThat(cockroach.asked()).noneMatch(statement -> statement.contains("CREATE"));
        }
    }

    private List<RoleTrials.Outcome> tryAs(String login, List<List<Sql>> attempts) {
        try (ServerPools pools = new ServerPools()) {
            return new RoleTrials(pools, TestTargets.login(server, database, login, TestPostgres.password()))
                    .tryAs(role, attempts, new CancelToken(), Progress.NONE);
        }
    }
}
