package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.structure.IdentitySequenceReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequence of an identity column moves with its table, on the oldest and the newest server, and is in the way of the next one's unless the plan sees it. */
class QuarantinedIdentityTest {
    private static final Name APP = Name.of("app");
    private static final Name TABLE = Name.of("order");
    private static final String MAKE = "CREATE TABLE app.\"order\" (id int GENERATED ALWAYS AS IDENTITY, note text)";
    private static final CancelToken CANCEL = new CancelToken();

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void theSequenceOfAnIdentityColumnIsSetAsideAndBroughtBackWithItsTable(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("identity_aside");
        server.execute(database, "CREATE SCHEMA app", MAKE);
        Name first = Name.of("app__order__20260101_030000");
        Name second = Name.of("app__order__20260102_030000");
        try (ServerPools pools = new ServerPools()) {
            assertThat(run(server, database, pools, first, /* away= */ true))
                    .noneMatch(sql -> sql.contains("SEQUENCE"));
            assertThat(sequences(server, database)).containsExactly("platform_quarantine.order_id_seq");
            server.execute(database, MAKE);
            assertThat(run(server, database, pools, second, /* away= */ true))
                    .contains("ALTER SEQUENCE \"app\".\"order_id_seq\" RENAME TO \"order_id_seq__20260102_030000\"");
            assertThat(sequences(server, database))
                    .containsExactly(
                            "platform_quarantine.order_id_seq", "platform_quarantine.order_id_seq__20260102_030000");
            run(server, database, pools, second, /* away= */ false);
            assertThat(sequences(server, database))
                    .containsExactly("app.order_id_seq", "platform_quarantine.order_id_seq");
            server.execute(database, "INSERT INTO app.\"order\" (note) VALUES ('still counts')");
        } finally {
            server.dropDatabase(database);
        }
    }

    private static List<String> run(TestPostgres server, String database, ServerPools pools, Name aside, boolean away) {
        StructurePlan plan = pools.read(TestTargets.superuser(server, database), CANCEL, session -> {
            var live = new StructureReader().read(session, CANCEL);
            var identities = new IdentitySequenceReader().read(session, CANCEL);
            return away
                    ? QuarantinePlanner.away(live, identities, APP, TABLE, aside)
                    : QuarantinePlanner.back(live, identities, aside, APP, TABLE);
        });
        List<String> statements =
                plan.steps().stream().map(step -> step.sql().text()).toList();
        server.execute(database, statements.toArray(String[]::new));
        return statements;
    }

    private static List<String> sequences(TestPostgres server, String database) {
        return server.query(
                database, "SELECT schemaname || '.' || sequencename FROM pg_catalog.pg_sequences ORDER BY 1");
    }
}
