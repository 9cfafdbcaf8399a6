package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.access.compare.AccessComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The access side written and read back, on every major: equal, the same bytes twice, gaps and dropped roles with it. */
class SnapshotJsonTest {
    private static final Instant THEN = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void writtenAndReadBackIsEqual(int major) {
        TestPostgres server = TestPostgres.apart(major);
        try (ServerPools pools = new ServerPools()) {
            String database = server.freshDatabase("written");
            server.execute(database, WORLD);
            dropARoleThatIsGranted(server, database);
            for (AccessScope scope : List.of(AccessScope.GRANTS, AccessScope.EVERY_CELL)) {
                ConnectionTarget target = TestTargets.superuser(server, database);
                AccessSnapshot read = read(pools, target, scope);
                assertThat(read.roles().others()).isNotEmpty();
                String text = written(read);
                assertThat(written(read(pools, target, scope))).isEqualTo(text);
                AccessSnapshot back = SnapshotJsonReader.read(text).access();
                assertThat(back).isEqualTo(read);
                assertThat(written(back)).isEqualTo(text);
                AccessComparison comparison = AccessComparison.between(back, read);
                assertThat(comparison.isEmpty()).as(comparison.toString()).isTrue();
                assertThat(comparison.unknown()).isEmpty();
            }
            gapsAreKept(pools, server, database);
            cutAnywhereItIsRefused(written(read(pools, TestTargets.superuser(server, database), AccessScope.GRANTS)));
        } finally {
            server.stop();
        }
    }

    private static void gapsAreKept(ServerPools pools, TestPostgres server, String database) {
        AccessSnapshot whole = read(pools, TestTargets.superuser(server, database), AccessScope.GRANTS);
        server.execute(
                database,
                "CREATE ROLE blind LOGIN PASSWORD 'blind'",
                "REVOKE SELECT ON pg_catalog.pg_auth_members, pg_catalog.pg_proc FROM PUBLIC");
        AccessSnapshot partly =
                read(pools, TestTargets.login(server, database, "blind", new Secret("blind")), AccessScope.GRANTS);
        assertThat(partly.catalog().gaps()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(SnapshotJsonReader.read(written(partly)).access()).isEqualTo(partly);
        AccessComparison comparison = AccessComparison.between(whole, partly);
        assertThat(comparison.unknown()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(comparison.changes())
                .as("what was not seen has not gone")
                .noneMatch(change ->
                        change.subject().contains("routine") || change.subject().contains(" in readers"));
        assertThat(comparison.effective().lines()).isEmpty();
    }

    /** Any prefix of a file is told to be broken, as a refusal and nothing else. */
    private static void cutAnywhereItIsRefused(String text) {
        for (int end = 0; end < text.length() - 2; end += Math.max(1, text.length() / 60)) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> SnapshotJsonReader.read(cut)).isInstanceOf(ProblemException.class);
        }
    }

    private static AccessSnapshot read(ServerPools pools, ConnectionTarget target, AccessScope scope) {
        CancelToken cancel = new CancelToken();
        return pools.read(target, cancel, session -> new AccessReader().read(session, scope, cancel));
    }

    private static String written(AccessSnapshot access) {
        Snapshot shared = access.catalog();
        return SnapshotJson.write(shared, access, null, THEN);
    }

    private static void dropARoleThatIsGranted(TestPostgres server, String database) {
        server.execute(
                database,
                "SET allow_system_table_mods = on",
                "DELETE FROM pg_catalog.pg_authid WHERE rolname IN ('gone', 'away')");
    }

    private static final String[] WORLD = {
        "CREATE ROLE owner_r",
        "CREATE ROLE readers",
        "CREATE ROLE gone",
        "CREATE ROLE away",
        "CREATE ROLE app LOGIN VALID UNTIL '2030-01-01' CONNECTION LIMIT 7",
        "CREATE ROLE \"Odd \"\" = |role\n*\" NOINHERIT LOGIN",
        "CREATE ROLE \"16390\"",
        "CREATE ROLE \"PUBLIC\"",
        "GRANT readers TO app WITH ADMIN OPTION",
        "ALTER ROLE app SET work_mem = '7MB'",
        "ALTER ROLE ALL SET statement_timeout = '5min'",
        "CREATE SCHEMA ledger AUTHORIZATION owner_r",
        "CREATE TABLE ledger.\"a|b\ncode\" (id serial, \"odd col\" text)",
        "GRANT SELECT (\"odd col\") ON ledger.\"a|b\ncode\" TO app, away",
        "GRANT SELECT, UPDATE ON ledger.\"a|b\ncode\" TO PUBLIC, \"PUBLIC\", \"16390\", \"Odd \"\" = |role\n*\"",
        "GRANT INSERT ON ledger.\"a|b\ncode\" TO gone, app WITH GRANT OPTION",
        "CREATE TABLE ledger.emptied (id int)",
        "REVOKE ALL ON ledger.emptied FROM postgres",
        "ALTER TABLE ledger.emptied ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        "CREATE POLICY \"own\" ON ledger.emptied FOR UPDATE TO app, PUBLIC USING (id > 0)",
        "CREATE POLICY strict ON ledger.emptied AS RESTRICTIVE TO readers USING (id > 1) WITH CHECK (id > 2)",
        "CREATE FUNCTION ledger.f(a int, \"odd, name\" text) RETURNS int SECURITY DEFINER SET search_path = '' "
                + "LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE ledger.parted (id int) PARTITION BY RANGE (id)",
        "CREATE TABLE ledger.part PARTITION OF ledger.parted DEFAULT",
        "CREATE TYPE ledger.pair AS (a int)",
        "SELECT lo_create(4711)",
        "ALTER DEFAULT PRIVILEGES FOR ROLE owner_r IN SCHEMA ledger GRANT SELECT ON TABLES TO app, gone",
        "ALTER DEFAULT PRIVILEGES FOR ROLE owner_r REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    };
}
