package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.pg.WritingSession;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to keep to itself locks, by the server's own word, nothing that was there before but what it names. */
class KeepsToItselfTest {
    private static final List<String> THAT_DO = List.of(
            "ALTER TABLE t ADD COLUMN late text",
            "ALTER TABLE t ADD COLUMN IF NOT EXISTS i int",
            "ALTER TABLE t ADD COLUMN typed composite",
            "ALTER TABLE t ADD COLUMN felt mood, ADD COLUMN felts mood[]",
            "ALTER TABLE t ADD CHECK (i > 0 AND counted(1) > 0) NOT VALID",
            "ALTER TABLE t ALTER COLUMN i SET DEFAULT counted(1)",
            "ALTER TABLE t ALTER COLUMN i DROP DEFAULT",
            "ALTER TABLE t ALTER COLUMN n DROP NOT NULL",
            "ALTER TABLE t ALTER COLUMN i SET STATISTICS 7",
            "ALTER TABLE t SET (fillfactor = 70, autovacuum_enabled = false)",
            "ALTER TABLE t RESET (fillfactor)",
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
            "ALTER TABLE part ADD CHECK (i > 0) NOT VALID",
            "CREATE TABLE made (id bigserial PRIMARY KEY, code text NOT NULL UNIQUE, n int DEFAULT counted(1) CHECK (counted(n) > 0))",
            "CREATE UNLOGGED TABLE made (id bigint GENERATED ALWAYS AS IDENTITY, twice bigint GENERATED ALWAYS AS (id * 2) STORED, of composite)",
            "CREATE TABLE IF NOT EXISTS t (i int)",
            "CREATE INDEX ON t (i)",
            "CREATE UNIQUE INDEX ON t (n, i DESC) INCLUDE (k)",
            "CREATE INDEX ON part (i)",
            "CREATE INDEX ON stored (i)");

    private static final List<String> THAT_MAY_NOT = List.of(
            "ALTER TABLE t ADD COLUMN late int DEFAULT counted(1)",
            "ALTER TABLE t ADD COLUMN late bigserial",
            "ALTER TABLE t ADD CHECK (i > 0)",
            "ALTER TABLE t ADD COLUMN late int, ADD FOREIGN KEY (k) REFERENCES u (k)",
            "CREATE TABLE made (k int REFERENCES u (k))",
            "CREATE TABLE made (LIKE t)",
            "CREATE TABLE made () INHERITS (t)",
            "CREATE TABLE made PARTITION OF parted FOR VALUES IN (2)",
            "CREATE TEMPORARY TABLE made (i int)",
            "CREATE INDEX ON t (counted(i))",
            "CREATE INDEX ON t (i) WHERE counted(i) > 0",
            "CREATE INDEX CONCURRENTLY ON t (i)",
            "CREATE VIEW made AS SELECT i FROM t",
            "DROP TABLE t");

    private final PostgresParser parser = new PostgresParser();
    private final CancelToken cancel = new CancelToken();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatKeepsToItselfLocksOnlyWhatItNames(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("itself");
        server.execute(
                database,
                "CREATE TYPE mood AS ENUM ('a')",
                "CREATE TYPE composite AS (i int)",
                "CREATE TABLE u (k int PRIMARY KEY)",
                "CREATE FUNCTION counted(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM public.u); END $$",
                "CREATE TABLE t (i int, n int NOT NULL, k int REFERENCES u, CHECK (counted(i) >= 0))",
                "INSERT INTO t VALUES (1, 2)",
                "CREATE INDEX t_k ON t (k)",
                "CREATE TABLE parted (i int) PARTITION BY LIST (i)",
                "CREATE TABLE part PARTITION OF parted DEFAULT",
                "CREATE VIEW seen AS SELECT i FROM t",
                "CREATE MATERIALIZED VIEW stored AS SELECT i FROM t");
        try (ServerPools pools = new ServerPools();
                WritingSession session = pools.open(TestTargets.superuser(server, database), cancel)) {
            for (String statement : THAT_DO) {
                assertThat(KeepsToItself.is(tree(statement))).as(statement).isTrue();
                TracedEffect effect = effect(session, statement);
                assertThat(effect.taken())
                        .as(statement)
                        .allMatch(lock -> tree(statement)
                                .everyText("relname")
                                .contains(lock.relation().name().text()));
                assertThat(effect.rewritten()).as(statement).isEmpty();
            }
        } finally {
            server.dropDatabase(database);
        }
    }

    @Test
    void whatMayLockOtherThingsIsNotSaidToKeepToItself() {
        assertThat(THAT_MAY_NOT).noneMatch(statement -> KeepsToItself.is(tree(statement)));
    }

    private TracedEffect effect(WritingSession session, String statement) {
        session.begin(cancel);
        try {
            StatementTracer tracer = tracer(session);
            session.execute(new Sql(statement), LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
            return tracer.look(cancel);
        } finally {
            session.rollback();
        }
    }

    private StatementTracer tracer(WritingSession session) {
        session.execute(
                Sql.of("SET LOCAL search_path = public"), LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
        return new StatementTracer(session.session(), new HeldLocksReader(false), cancel);
    }

    private Node tree(String statement) {
        return ((PostgresParser.Parsing.Parsed) parser.parse(statement))
                .statements()
                .get(0);
    }
}
