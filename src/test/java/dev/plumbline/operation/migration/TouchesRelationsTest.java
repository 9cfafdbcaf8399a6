package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migration.parse.PostgresParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class TouchesRelationsTest {
    private final PostgresParser parser = new PostgresParser();

    @Test
    void whatChangesNothingButTheRelationsThatItLocksIsKnownByItsGrammar() {
        for (String statement : List.of(
                "ALTER TABLE a ADD COLUMN b int",
                "CREATE INDEX CONCURRENTLY ON a (b)",
                "CREATE TABLE a (b int REFERENCES c)",
                "DROP TABLE a",
                "CREATE TABLE a AS SELECT f() WITH NO DATA",
                "CREATE POLICY p ON a")) {
            assertThat(TouchesRelations.alone(parser.parse(statement)))
                    .as(statement)
                    .isTrue();
        }
        for (String statement : List.of(
                "ALTER TABLE a RENAME TO b",
                "ALTER TABLE a SET SCHEMA s",
                "ALTER TABLE a ALTER COLUMN b TYPE int",
                "ALTER TABLE a ALTER COLUMN b SET EXPRESSION AS (c + 1)",
                "CREATE TABLE a AS SELECT f()",
                "CREATE MATERIALIZED VIEW a AS SELECT * FROM b",
                "ALTER TABLE a DROP COLUMN b CASCADE",
                "ALTER TYPE a ADD ATTRIBUTE b int",
                "ALTER INDEX a SET (fillfactor = 90)",
                "CREATE TABLE a (LIKE b INCLUDING ALL)",
                "DROP TABLE a CASCADE",
                "DROP FUNCTION f",
                "COMMENT ON TABLE a IS 'b'",
                "SELECT f()",
                "INSERT INTO a VALUES (1)",
                "DO $$ BEGIN END $$",
                "CREATE TABLE a (b int); SELECT f()",
                "no SQL")) {
            assertThat(TouchesRelations.alone(parser.parse(statement)))
                    .as(statement)
                    .isFalse();
        }
    }

    @Test
    void namesAreThoseOfAllRelationsThatAStatementSpeaksOf() {
        assertThat(TouchesRelations.named(parser.parse("ALTER TABLE s.a ADD FOREIGN KEY (b) REFERENCES t.c (d)")))
                .hasValueSatisfying(names -> assertThat(names).containsExactlyInAnyOrder("a", "c"));
        assertThat(TouchesRelations.named(parser.parse("DROP INDEX i"))).isEmpty();
    }
}
