package dev.plumbline.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.RunbookDatabase.Where;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** Two consoles, which share nothing but the database. */
class RunPresenceTest {
    private static final CancelToken GO = new CancelToken();
    private static final String HOLDERS =
            "SELECT pid FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND classid = 1347179074 AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())";

    @Test
    void theSecondConsoleThatChangesADatabaseByARunbookIsToldWhoTheFirstIs() {
        TestPostgres server = TestPostgres.newest();
        String database = server.freshDatabase("presence");
        Where where = Where.ofDsn(dsn(server, database));
        try (ServerPools here = new ServerPools();
                ServerPools there = new ServerPools();
                RunPresence first = presence(here, "blocked-ddl");
                RunPresence other = presence(there, "drop-role-safely")) {
            assertThat(first.require(where, GO)).isEmpty();
            assertThat(first.require(where, GO)).isEmpty();
            try (RunPresence second = presence(there, "blocked-ddl")) {
                String holder = server.query(database, HOLDERS).get(0);
                assertThat(other.require(where, GO)).isEmpty();
                assertThatThrownBy(() -> second.require(where, GO))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("another run of it has begun to change that database and is still open")
                        .hasMessageContaining("session " + holder)
                        .hasMessageContaining("user " + server.superuser());
                server.query(
                        database,
                        "SELECT pg_catalog.pg_terminate_backend(pid, 5000) FROM (" + HOLDERS + " AND pid = " + holder
                                + ") AS mine");
                assertThat(second.require(where, GO)).isEmpty();
                assertThatThrownBy(() -> first.require(where, GO))
                        .hasMessageContaining("another run of it has begun to change that database");
            }
            assertThat(first.require(where, GO)).isEmpty();
        } finally {
            server.dropDatabase(database);
        }
    }

    @Test
    void whereTheDatabaseCannotBeReachedItCannotBeTold() {
        TestPostgres server = TestPostgres.newest();
        try (ServerPools pools = new ServerPools();
                RunPresence presence = presence(pools, "blocked-ddl")) {
            assertThat(presence.require(Where.ofDsn(dsn(server, "nowhere")), GO))
                    .hasValueSatisfying(why -> assertThat(why).contains("does not exist"));
        }
    }

    private static RunPresence presence(ServerPools pools, String runbook) {
        return new RunPresence(DirectOnly.databases(pools), pools, runbook);
    }

    private static String dsn(TestPostgres server, String database) {
        return "postgresql://" + server.superuser() + ":"
                + TestPostgres.password().reveal() + "@" + server.host() + ":" + server.port() + "/" + database
                + "?sslmode=disable";
    }
}
