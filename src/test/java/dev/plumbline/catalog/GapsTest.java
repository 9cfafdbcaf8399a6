package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A login that may read almost nothing: the catalogs' usual SELECT for everybody was taken away. */
class GapsTest {
    private static final ServerPools POOLS = new ServerPools();
    private final CancelToken cancel = new CancelToken();

    @AfterAll
    static void close() {
        POOLS.close();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatIsRefusedBecomesAGapAndTheRestIsRead(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("gaps");
        ConnectionTarget target = login(server, database);
        server.execute(
                database,
                "REVOKE SELECT ON pg_catalog.pg_auth_members, pg_catalog.pg_default_acl, pg_catalog.pg_proc FROM PUBLIC",
                "REVOKE EXECUTE ON FUNCTION pg_catalog.pg_control_system() FROM PUBLIC");
        Snapshot snapshot = read(target);

        assertThat(snapshot.gaps()).hasSize(4);
        assertThat(snapshot.gaps()).extracting(Gap::sqlState).containsOnly("42501");
        assertThat(snapshot.gaps()).extracting(Gap::answer).allMatch(answer -> answer.contains("permission denied"));
        assertThat(snapshot.server().systemIdentifier()).isEqualTo("unknown");
        assertThat(snapshot.memberships()).isEmpty();
        assertThat(snapshot.roles())
                .isEqualTo(read(TestTargets.superuser(server, database)).roles());
        assertThat(snapshot.schemas()).isNotEmpty();
        assertThat(snapshot.login().name()).isEqualTo(target.user());
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void withoutTheRolesTheLoginIsStillKnown(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("gaps");
        ConnectionTarget target = login(server, database);
        server.execute(database, "REVOKE SELECT ON pg_catalog.pg_roles FROM PUBLIC");
        Snapshot snapshot = read(target);

        assertThat(snapshot.gaps()).isNotEmpty();
        assertThat(snapshot.login().name()).isEqualTo(target.user());
        assertThat(snapshot.database().owner()).isEqualTo(Name.of("postgres"));
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anOpenTransactionSurvivesARefusal(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("gaps");
        ConnectionTarget target = login(server, database);
        server.execute(database, "REVOKE SELECT ON pg_catalog.pg_auth_members FROM PUBLIC");
        try (var run = POOLS.open(target, cancel)) {
            run.begin(cancel);
            Snapshot snapshot = new SnapshotReader().readWithin(run.session(), scope(), cancel);
            assertThat(snapshot.gaps()).hasSize(1);
            assertThat(run.session().inTransaction()).isTrue();
            assertThat(new SnapshotReader().readWithin(run.session(), scope(), cancel))
                    .isEqualTo(snapshot);
            run.commit();
        }
    }

    private Snapshot read(ConnectionTarget target) {
        return POOLS.read(target, cancel, session -> new SnapshotReader().read(session, scope(), cancel));
    }

    private static SnapshotScope scope() {
        return new SnapshotScope(List.of(Name.of("public")), List.of(Name.of("postgres")));
    }

    private static ConnectionTarget login(TestPostgres server, String database) {
        String user = database + "_poor";
        server.execute(database, "CREATE ROLE " + user + " LOGIN PASSWORD 'poor'");
        return TestTargets.login(server, database, user, new Secret("poor"));
    }
}
