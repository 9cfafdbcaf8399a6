package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome.Ending;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations that are run on the live server and rolled back: what is seen meanwhile, what stays, and when it is not done. */
@Timeout(120)
class TryMigrationsTest {
    private static final String ORDERS = "CREATE TABLE orders (id bigserial PRIMARY KEY, note text);\n"
            + "INSERT INTO orders (note) SELECT 'n' || n FROM generate_series(1, 500) AS n;\n";

    @TempDir
    private Path home;

    private MigrationRig begun(int major) throws IOException {
        MigrationRig rig = new MigrationRig(major, home);
        rig.write("0_begin.sql", ORDERS);
        assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
        return rig;
    }

    private static List<String> standing(MigrationRig rig) {
        return rig.server.query(
                rig.database,
                "SELECT attname || ' ' || atttypid::regtype FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0"
                        + " UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'orders'::regclass"
                        + " UNION ALL SELECT version FROM atlas_schema_revisions.atlas_schema_revisions"
                        + " UNION ALL SELECT 'rows ' || count(*) FROM orders ORDER BY 1");
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 18})
    void allIsSeenWithinTheTransactionAndNothingIsLeft(int major) throws IOException {
        try (MigrationRig rig = begun(major)) {
            List<String> before = standing(rig);
            rig.write(
                    "1_a.sql",
                    "ALTER TABLE orders ADD COLUMN at timestamptz DEFAULT clock_timestamp();\nINSERT INTO orders (note) VALUES ('later');\n");
            rig.write("2_b.sql", "-- atlas:txmode none\n\nCREATE INDEX orders_note ON orders (note);\n");
            PlannedMigrations planned = rig.plan();
            MigrationTrial trial = rig.trial(planned);
            assertThat(trial.plan().refusals()).isEmpty();
            assertThat(trial.plan().digest()).isNotEqualTo(planned.plan().digest());
            Approval ofTheRun = new Approval(planned.plan().digest(), Set.of(), "", SafeMode.CONFIRM, "a test");
            assertThat(rig.tryOut(trial, ofTheRun)
                            .outcome()
                            .problem()
                            .orElseThrow()
                            .code())
                    .isEqualTo("approval-of-another-plan");
            Approval readOnly = new Approval(trial.plan().digest(), Set.of(), "", SafeMode.READ_ONLY, "a test");
            assertThat(rig.tryOut(trial, readOnly).outcome().ending()).isEqualTo(Ending.REFUSED);

            TriedMigrations tried = rig.tryOut(trial);
            assertThat(tried.outcome().problem()).isEmpty();
            assertThat(tried.outcome().ending()).isEqualTo(Ending.ROLLED_BACK);
            assertThat(tried.outcome().steps()).allMatch(step -> step.state() == State.ROLLED_BACK);
            assertThat(tried.isAsBefore()).isTrue();
            assertThat(tried.unpredicted()).isEmpty();
            assertThat(tried.changes())
                    .extracting(difference ->
                            difference.change() + " " + difference.name().shown())
                    .contains("ADDED public.orders.at", "ADDED public.orders.orders_note");
            assertThat(tried.effects().get("1_a.sql#1"))
                    .satisfies(effect -> assertThat(effect.rewritten())
                            .extracting(Relation::shown)
                            .contains("public.orders"))
                    .satisfies(effect ->
                            assertThat(effect.strongest().orElseThrow().words()).isEqualTo("ACCESS EXCLUSIVE"));
            assertThat(tried.moved()).containsExactly("sequence public.orders_id_seq: 500 before, 501 now");
            assertThat(standing(rig)).isEqualTo(before);
            assertThat(rig.notes(tried.outcome())).anyMatch(note -> note.startsWith("A trial: "));
            assertThat(rig.run(planned).ending()).isEqualTo(Ending.VERIFIED);
        }
    }

    @Test
    void whatCannotBeRolledBackIsNotTried() throws IOException {
        try (MigrationRig rig = begun(17)) {
            rig.write(
                    "1_a.sql",
                    "-- atlas:txmode none\n\nCREATE INDEX CONCURRENTLY orders_note ON orders (note);\nANALYZE orders;\n");
            rig.write(
                    "2_b.sql",
                    "SELECT setval('orders_id_seq', 9000);\nDO $$ BEGIN PERFORM pg_catalog.setval('orders_id_seq', 9000); END $$;\nSELECT nextval('orders_id_seq');\nALTER SEQUENCE orders_id_seq RESTART;\n");
            MigrationTrial trial = rig.trial(rig.plan());
            assertThat(trial.plan().refusals())
                    .extracting(Plan.Refusal::checkCode, Plan.Refusal::what)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("MIG-460", "1_a.sql:3"),
                            org.assertj.core.groups.Tuple.tuple("MIG-461", "2_b.sql:1"),
                            org.assertj.core.groups.Tuple.tuple("MIG-461", "2_b.sql:2"));
            assertThat(trial.plan().refusals().get(0).why()).contains("PostgreSQL runs it in no transaction");
            assertThat(trial.plan().refusals().get(1).why()).contains("calls setval()");
            assertThat(trial.ofTheTrialAlone()).hasSize(3);
            TriedMigrations tried = rig.tryOut(trial);
            assertThat(tried.outcome().ending()).isEqualTo(Ending.REFUSED);
            assertThat(tried.outcome().problem().orElseThrow().answer()).contains("1_a.sql:3 is not possible");
            assertThat(tried.outcome().journalId()).isEmpty();
            assertThat(rig.server.query(rig.database, "SELECT last_value FROM orders_id_seq"))
                    .containsExactly("500");
        }
    }

    /** What fails on rows cannot be known from a scratch server, which has none. */
    @Test
    void aStatementThatFailsOnRowsIsFoundAndAllIsRolledBack() throws IOException {
        try (MigrationRig rig = begun(17)) {
            List<String> before = standing(rig);
            rig.write(
                    "1_a.sql",
                    "ALTER TABLE orders ADD COLUMN region text;\nUPDATE orders SET note = 1 / (id - 400);\nCREATE TABLE more (i int);\n");
            TriedMigrations tried = rig.tryOut(rig.trial(rig.plan()));
            assertThat(tried.outcome().ending()).isEqualTo(Ending.FAILED);
            assertThat(tried.outcome().steps())
                    .anyMatch(step -> step.stepId().equals("1_a.sql#2")
                            && step.state() == State.FAILED
                            && step.sqlState().equals("22012"));
            assertThat(tried.within()).isEmpty();
            assertThat(tried.isAsBefore()).isTrue();
            assertThat(standing(rig)).isEqualTo(before);
        }
    }

    /** The session in the way is a superuser's, of which the login that tries may not see the address. */
    @Test
    void whoeverIsInTheWayIsGivenWayTo() throws Exception {
        TestPostgres server = TestPostgres.major(17);
        String database = server.freshDatabase("tried");
        server.execute(
                "postgres",
                "CREATE ROLE tried_by LOGIN PASSWORD '"
                        + TestPostgres.password().reveal() + "'",
                "ALTER DATABASE \"" + database + "\" OWNER TO tried_by");
        server.execute(database, "GRANT CREATE ON SCHEMA public TO tried_by");
        try (MigrationRig rig = new MigrationRig(
                        server,
                        database,
                        home,
                        TestTargets.login(server, database, "tried_by", TestPostgres.password()));
                Connection other = server.connect(database);
                Statement statement = other.createStatement()) {
            rig.write("0_begin.sql", ORDERS);
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            List<String> before = standing(rig);
            rig.write("1_a.sql", "CREATE TABLE more (i int);\nALTER TABLE orders ADD COLUMN region text;\n");
            other.setAutoCommit(false);
            statement.execute("SELECT * FROM orders");
            LockStrategy twice = new LockStrategy(
                    2, Duration.ofMillis(30), Duration.ofMillis(30), 10, Duration.ofSeconds(20), false);
            PlannedMigrations planned =
                    rig.plan(rig.choice().waiting(new LockTimeout(700)).trying(twice));
            assertThat(planned.lint().notes())
                    .anyMatch(note -> note.startsWith("Whether 1 session of other users has a transaction open"));
            TriedMigrations tried = rig.tryOut(rig.trial(planned));
            assertThat(tried.outcome().ending()).isEqualTo(Ending.FAILED);
            assertThat(tried.outcome().problem().orElseThrow().answer())
                    .contains("In the way: session ", "from an address that this login may not see");
            assertThat(rig.notes(tried.outcome())).anyMatch(note -> note.startsWith("Attempt 1 of 2 got no lock: "));
            assertThat(tried.isAsBefore()).isTrue();
            other.rollback();
            assertThat(standing(rig)).isEqualTo(before);
            assertThat(server.query(database, "SELECT 1 FROM pg_class WHERE relname = 'more'"))
                    .isEmpty();
            assertThat(rig.tryOut(rig.trial(planned)).outcome().ending()).isEqualTo(Ending.ROLLED_BACK);
        } finally {
            server.execute("postgres", "DROP ROLE tried_by");
        }
    }
}
