package dev.plumbline.pg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.testing.StrictPooler;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behind a pooler that refuses startup options the settings come with every transaction, and none outlives it. */
class PoolerTest {
    private final TestPostgres server = TestPostgres.newest();
    private final CancelToken cancel = new CancelToken();

    @Test
    void everyTransactionBeginsWithTheSettingsAndLeavesTheSessionAsItWas() throws IOException {
        String database = server.freshDatabase("pooled");
        server.execute(
                database, "CREATE SCHEMA evil", "ALTER DATABASE " + database + " SET search_path = evil, pg_catalog");
        try (StrictPooler pooler = new StrictPooler(server.host(), server.port());
                ServerPools pools = new ServerPools()) {
            ConnectionTarget target = ConnectionTarget.of(
                    "127.0.0.1",
                    pooler.port(),
                    Name.of(database),
                    Name.of(server.superuser()),
                    TestPostgres.password(),
                    TlsSettings.of(dev.plumbline.model.SslMode.DISABLE));
            pools.read(target, cancel, session -> {
                assertThat(session.settingsPerTransaction()).isTrue();
                assertThat(within(session)).isEqualTo("pg_catalog, pg_temp");
                assertThat(Asked.show(session, "search_path")).isEqualTo("evil, pg_catalog");
                assertThat(Asked.show(session, "default_transaction_read_only")).isEqualTo("off");
                return "";
            });
            try (WritingSession session = pools.open(target, cancel)) {
                session.begin(cancel);
                assertThat(Asked.show(session.session(), "search_path")).isEqualTo("pg_catalog, pg_temp");
                session.execute(Sql.of("SELECT 1"), new LockTimeout(99), StatementTimeout.DEFAULT, cancel);
                session.rollback();
                assertThat(Asked.show(session.session(), "search_path")).isEqualTo("evil, pg_catalog");
                assertThat(Asked.show(session.session(), "lock_timeout")).isEqualTo("0");
            }
        }
    }

    private String within(PgSession session) {
        Query query = new Query("a setting", "SELECT pg_catalog.current_setting('search_path') AS answer", List.of());
        return session.readTogether(List.of(query), cancel).get(0).only().text("answer");
    }
}
