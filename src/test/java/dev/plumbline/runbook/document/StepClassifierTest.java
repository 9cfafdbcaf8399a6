package dev.plumbline.runbook.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepClassifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READ | SELECT count(*) FROM ${table:table} WHERE a = ${x}",
                "READ | SHOW work_mem",
                "READ | SHOW RANGES FROM TABLE t WITH DETAILS",
                "READ | EXPLAIN DELETE FROM t",
                "READ | EXPLAIN (ANALYZE off) DELETE FROM t",
                "READ | EXPLAIN ANALYZE SELECT 1",
                "READ | VALUES (1)",
                "READ | TABLE t",
                "READ | BEGIN; SET LOCAL app.x = 'y'; SELECT 1; ROLLBACK",
                "READ | COPY t TO STDOUT",
                "CHANGE | COPY t TO '/tmp/t'",
                "CHANGE | COPY t FROM STDIN",
                "CHANGE | EXPLAIN ANALYZE INSERT INTO t VALUES (1)",
                "DESTRUCTIVE | EXPLAIN (ANALYZE) DELETE FROM t",
                "CHANGE | SELECT * FROM t FOR UPDATE",
                "CHANGE | SELECT * FROM (SELECT * FROM t FOR SHARE) x",
                "CHANGE | SELECT 1 INTO t",
                "CHANGE | WITH d AS (DELETE FROM t WHERE a = 1 RETURNING *) SELECT * FROM d",
                "DESTRUCTIVE | WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d",
                "CHANGE | SELECT pg_catalog.pg_terminate_backend(1)",
                "DESTRUCTIVE | SELECT pg_drop_replication_slot('s')",
                "CHANGE | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
                "CHANGE | REVOKE SELECT ON t FROM r",
                "CHANGE | CREATE INDEX CONCURRENTLY ON t (a)",
                "CHANGE | UPDATE t SET a = 1 WHERE b",
                "DESTRUCTIVE | UPDATE t SET a = 1",
                "DESTRUCTIVE | DELETE FROM t WHERE true",
                "DESTRUCTIVE | ALTER TABLE t ADD COLUMN b int, DROP COLUMN a",
                "DESTRUCTIVE | DROP POLICY p ON t",
                "DESTRUCTIVE | DROP OWNED BY r",
                "DESTRUCTIVE | TRUNCATE t",
                "DESTRUCTIVE | SELECT 1; DROP TABLE t",
                "CHANGE | DO $$ BEGIN PERFORM 1; END $$",
                "DESTRUCTIVE | DO $$ BEGIN DROP TABLE t; END $$",
                "CHANGE | CALL p()",
                "CHANGE | this is no SQL",
            })
    void sqlIsJudgedByTheGrammar(StepClass expected, String sql) {
        assertThat(SqlClass.of(sql)).isEqualTo(expected);
    }

    @Test
    void blocksAreJudgedByKindAndText() {
        assertThat(classes("""
                ---
                title: t
                ---
                ```sql
                SELECT 1
                ```
                ```sql
                ALTER TABLE t ADD COLUMN a int
                ```
                ```sql change
                SELECT 1
                ```
                ```sql class=destructive
                SELECT 1
                ```
                ```sql change class=read
                SELECT 1
                ```
                ```check
                sql: DELETE FROM t
                ```
                ```http
                url: https://a
                ```
                ```http
                url: https://a
                method: post
                ```
                ```http
                url: https://a
                method: DELETE
                ```
                ```http
                url: https://a
                method: ${method}
                ```
                ```http
                url: https://a
                body: x
                ```
                ```plan
                operation: snapshot
                ```
                ```plan
                operation: quarantine
                ```
                ```plan
                operation: drop-role
                ```
                ```kube wait
                kind: Pod
                for: delete
                ```
                ```kube delete
                kind: Pod
                name: a
                ```
                """))
                .containsExactly(
                        StepClass.READ,
                        StepClass.CHANGE,
                        StepClass.CHANGE,
                        StepClass.DESTRUCTIVE,
                        StepClass.CHANGE,
                        StepClass.DESTRUCTIVE,
                        StepClass.READ,
                        StepClass.CHANGE,
                        StepClass.DESTRUCTIVE,
                        StepClass.CHANGE,
                        StepClass.CHANGE,
                        StepClass.READ,
                        StepClass.CHANGE,
                        StepClass.DESTRUCTIVE,
                        StepClass.WAIT,
                        StepClass.DESTRUCTIVE);
    }

    private static List<StepClass> classes(String text) {
        return new RunbookReader(path -> Optional.empty())
                .read("r.md", text).blocks().stream().map(StepClassifier::of).toList();
    }
}
