package dev.plumbline.access.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.statement.StatementSplitter;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of migrations, judged and then run as the role: what was called yes goes through, what was called no is refused for lack of a right. */
class MigrationPreflightTest {
    private static final String MIGRATION = """
            /* a comment; with a semicolon */ CREATE TABLE app.fresh (id int PRIMARY KEY, "a;b" text DEFAULT 'x;y');
            CREATE INDEX fresh_word ON app.fresh ("a;b");
            CREATE UNIQUE INDEX ON app.old (a);
            ALTER TABLE app.old ADD COLUMN more int;
            ALTER TABLE app.old ADD UNIQUE (b);
            ALTER TABLE ONLY app.old ENABLE ROW LEVEL SECURITY;
            CREATE POLICY everybody ON app.old USING (true);
            DROP TABLE app.unused;
            CREATE TABLE app.child (id int REFERENCES app.old (a));
            CREATE TABLE app.grandchild (id int REFERENCES app.fresh (id));
            CREATE VIEW app.look AS SELECT 1 AS a;
            CREATE OR REPLACE VIEW app.seen AS SELECT a, b FROM app.old;
            CREATE VIEW app.into_closed AS SELECT * FROM closed.hidden;
            CREATE TYPE app.mood AS ENUM ('good', 'bad');
            ALTER TYPE app.kind ADD VALUE 'c';
            CREATE FUNCTION app.one() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;
            CREATE OR REPLACE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 2';
            CREATE TRIGGER stamp BEFORE UPDATE ON app.old FOR EACH ROW EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
            CREATE EVENT TRIGGER watch ON ddl_command_start EXECUTE FUNCTION app.watch();
            CREATE STATISTICS app.both ON a, b FROM app.old;
            GRANT SELECT, INSERT, UPDATE, DELETE ON app.old TO PUBLIC;
            CREATE SCHEMA another;
            CREATE SCHEMA IF NOT EXISTS app;
            CREATE EXTENSION citext WITH SCHEMA app;
            CREATE EXTENSION pageinspect WITH SCHEMA app;
            CREATE FOREIGN DATA WRAPPER far;
            COMMENT ON TABLE app.old IS 'x';
            ALTER VIEW app.seen SET (security_barrier = true);
            CREATE MATERIALIZED VIEW app.kept AS SELECT 1 AS a;
            CREATE DOMAIN app.amount AS numeric;
            CREATE SEQUENCE app.numbers;
            DROP VIEW IF EXISTS app.seen;
            INSERT INTO app.old VALUES (1, 2);
            SET LOCAL lock_timeout = '1s';
            """;

    private static int yes;
    private static int no;
    private static int open;

    @AfterAll
    static void tell() {
        System.out.println("[preflight] statements of migrations run for real: " + yes + " yes, " + no
                + " no, 0 contradicted; " + open + " cannot tell");
    }

    @ParameterizedTest(name = "{1} on PostgreSQL {0}")
    @CsvSource({
        "13, nothing", "13, creates", "13, owns", "13, owns_schema", "13, triggers", "13, all",
        "16, nothing", "16, creates", "16, owns", "16, owns_schema", "16, triggers", "16, all",
        "18, nothing", "18, creates", "18, owns", "18, owns_schema", "18, triggers", "18, all"
    })
    void everyVerdictIsTheServers(int major, String kind) throws SQLException {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("migrations");
        String role = "m_" + kind + "_" + database;
        prepare(server, database, role, kind);
        AccessSnapshot snapshot = read(server, database);
        List<StatementVerdict> verdicts = new MigrationPreflight(Preflight.of(
                        snapshot,
                        EffectivePrivileges.of(snapshot),
                        new PreflightQuestion(Name.of(role), List.of(Name.of("app")), PreflightQuestion.TRACKING)))
                .file("1.sql", MIGRATION);
        List<String> statements = StatementSplitter.split(MIGRATION).stream()
                .map(StatementSplitter.Part::text)
                .toList();
        assertThat(verdicts).hasSameSizeAs(statements);
        List<String> wrong = new ArrayList<>();
        try (Connection connection = server.connect(database);
                Statement session = connection.createStatement()) {
            connection.setAutoCommit(false);
            session.execute("SET LOCAL ROLE " + role);
            for (int at = 0; at < statements.size(); at++) {
                String state = run(session, statements.get(at));
                StatementVerdict verdict = verdicts.get(at);
                boolean refused = state.equals("42501") || state.equals("01007");
                boolean contradicts = verdict.answer() == Answer.YES && !state.equals("00000")
                        || verdict.answer() == Answer.NO && !refused;
                if (contradicts) {
                    wrong.add(verdict.answer() + " (" + verdict.why() + ") but " + state + ": " + statements.get(at));
                }
                count(verdict.answer());
            }
            connection.rollback();
        }
        assertThat(wrong).isEmpty();
        if (kind.equals("all")) {
            assertThat(verdicts.stream().filter(verdict -> verdict.answer() == Answer.NO))
                    .isEmpty();
        }
    }

    private static void count(Answer answer) {
        switch (answer) {
            case YES -> yes++;
            case NO -> no++;
            case CANNOT_TELL -> open++;
        }
    }

    private static String run(Statement session, String statement) throws SQLException {
        session.execute("SAVEPOINT here");
        try {
            session.clearWarnings();
            session.execute(statement);
            SQLWarning warning = session.getWarnings();
            return warning != null && warning.getSQLState().equals("01007") ? "01007" : "00000";
        } catch (SQLException refused) {
            session.execute("ROLLBACK TO SAVEPOINT here");
            return refused.getSQLState();
        }
    }

    private static void prepare(TestPostgres server, String database, String role, String kind) {
        String owner = "o_" + database;
        server.execute(
                database,
                "CREATE ROLE " + owner,
                "CREATE ROLE " + role,
                "CREATE SCHEMA app",
                "CREATE SCHEMA closed",
                "CREATE TABLE closed.hidden (a int)",
                "CREATE TABLE app.old (a int UNIQUE, b int)",
                "CREATE TABLE app.unused (a int)",
                "CREATE VIEW app.seen AS SELECT a, b FROM app.old",
                "CREATE TYPE app.kind AS ENUM ('a')",
                "CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION app.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "ALTER TABLE app.old OWNER TO " + owner,
                "ALTER TABLE app.unused OWNER TO " + owner,
                "ALTER VIEW app.seen OWNER TO " + owner,
                "ALTER TYPE app.kind OWNER TO " + owner,
                "ALTER FUNCTION app.f() OWNER TO " + owner);
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "creates" -> server.execute(database, "GRANT USAGE, CREATE ON SCHEMA app TO " + role);
            case "owns" ->
                server.execute(
                        database,
                        "GRANT USAGE, CREATE ON SCHEMA app TO " + owner,
                        "GRANT CREATE ON DATABASE " + database + " TO " + owner,
                        "GRANT " + owner + " TO " + role);
            case "owns_schema" -> server.execute(database, "ALTER SCHEMA app OWNER TO " + role);
            case "triggers" ->
                server.execute(
                        database,
                        "GRANT USAGE ON SCHEMA app TO " + role,
                        "GRANT TRIGGER ON app.old TO " + role,
                        "GRANT SELECT, INSERT, UPDATE, DELETE ON app.old TO " + role + " WITH GRANT OPTION");
            case "all" -> server.execute(database, "ALTER ROLE " + role + " SUPERUSER");
            default -> assertThat(kind).isEqualTo("nothing");
        }
    }

    private static AccessSnapshot read(TestPostgres server, String database) {
        CancelToken cancel = new CancelToken();
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
        }
    }
}
