package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Snapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.CountingProxy;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripsTest {
    private final CancelToken cancel = new CancelToken();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aReadingOverAnOpenConnectionIsOneRoundTripAndTheSessionSaysSo(int major) throws IOException {
        TestPostgres server = TestPostgres.major(major);
        CatalogFixture fixture = CatalogFixture.on(server);
        ConnectionTarget direct = TestTargets.superuser(server, fixture.database());
        try (CountingProxy proxy = new CountingProxy(server.host(), server.port());
                ServerPools pools = new ServerPools()) {
            ConnectionTarget target = new ConnectionTarget(
                    direct.host(),
                    direct.address(),
                    proxy.port(),
                    direct.database(),
                    direct.user(),
                    direct.password(),
                    direct.tls(),
                    direct.connectTimeout(),
                    "through a proxy",
                    direct.warnings());
            Snapshot first = fixture.read(pools, target);
            int connecting = proxy.roundTrips();
            int counted = pools.read(target, cancel, session -> {
                assertThat(new SnapshotReader().read(session, fixture.scope(), cancel))
                        .isEqualTo(first);
                return session.roundTrips();
            });
            assertThat(proxy.roundTrips() - connecting).isEqualTo(1);
            assertThat(counted).isEqualTo(1);
            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(connecting).as("startup, three of SCRAM, reading").isLessThanOrEqualTo(5);
        }
    }

    @Test
    void readingWhoMayDoWhatAgainTakesOneRoundTripAndGivesTheSame() {
        TestPostgres server = TestPostgres.newest();
        String database = server.freshDatabase("again");
        server.execute(database, "CREATE TABLE things (id int)", "GRANT SELECT ON things TO PUBLIC");
        ConnectionTarget target = TestTargets.superuser(server, database);
        try (ServerPools pools = new ServerPools()) {
            AccessSnapshot first = pools.read(target, cancel, this::readAccess);
            int trips = pools.<Integer>read(target, cancel, session -> {
                int before = session.roundTrips();
                assertThat(readAccess(session)).isEqualTo(first);
                return session.roundTrips() - before;
            });
            assertThat(trips).isEqualTo(1);
        }
    }

    private AccessSnapshot readAccess(PgSession session) {
        return new AccessReader().read(session, AccessScope.GRANTS, cancel);
    }
}
