package dev.plumbline.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules say of locks and of tables that are written anew is what servers of each major version do. */
class ServerTruthTest {
    private static final PostgresParser PARSER = new PostgresParser();
    private static final String TABLE =
            "CREATE TABLE t (id int PRIMARY KEY, v varchar(10), x text, n numeric(8,2), s timestamp(3), z timestamptz, i cidr, b varbit(4), d int NOT NULL, e int)";
    private static final String ROWS =
            "INSERT INTO t SELECT g, 'a', 'b', 1, now(), now(), '10.0.0.0/8', B'1', g, g FROM generate_series(1, 10) g";
    private static final Set<RuleCode> WRITES =
            Set.of(RuleCode.PG301, RuleCode.PG302, RuleCode.PG307, RuleCode.PG309, RuleCode.PG310, RuleCode.PG311);
    private static final List<String> STATEMENTS = List.of(
            "ALTER TABLE t ALTER v TYPE text",
            "ALTER TABLE t ALTER v TYPE varchar(20)",
            "ALTER TABLE t ALTER v TYPE varchar(5)",
            "ALTER TABLE t ALTER v TYPE varchar",
            "ALTER TABLE t ALTER v TYPE char(10)",
            "ALTER TABLE t ALTER x TYPE varchar",
            "ALTER TABLE t ALTER x TYPE varchar(30)",
            "ALTER TABLE t ALTER n TYPE numeric(12,2)",
            "ALTER TABLE t ALTER n TYPE numeric",
            "ALTER TABLE t ALTER n TYPE numeric(12,3)",
            "ALTER TABLE t ALTER n TYPE numeric(6,2)",
            "ALTER TABLE t ALTER s TYPE timestamp",
            "ALTER TABLE t ALTER s TYPE timestamp(2)",
            "ALTER TABLE t ALTER i TYPE inet",
            "ALTER TABLE t ALTER b TYPE varbit(9)",
            "ALTER TABLE t ALTER b TYPE varbit(2) USING B'1'",
            "ALTER TABLE t ALTER d TYPE bigint",
            "ALTER TABLE t ALTER d TYPE oid",
            "ALTER TABLE t ALTER v TYPE text USING v::text",
            "ALTER TABLE t ALTER v TYPE text USING upper(v)",
            "ALTER TABLE t ADD COLUMN c int DEFAULT 1",
            "ALTER TABLE t ADD COLUMN c timestamptz DEFAULT now()",
            "ALTER TABLE t ADD COLUMN c text DEFAULT 'x' || upper('y')",
            "ALTER TABLE t ADD COLUMN c float8 DEFAULT random()",
            "ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid()",
            "ALTER TABLE t ADD COLUMN c timestamptz DEFAULT clock_timestamp()",
            "ALTER TABLE t ADD COLUMN c serial",
            "ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS IDENTITY",
            "ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (d + 1) STORED",
            "ALTER TABLE t SET UNLOGGED",
            "ALTER TABLE t ALTER d DROP NOT NULL",
            "ALTER TABLE t ALTER e SET NOT NULL",
            "ALTER TABLE t ALTER e SET DEFAULT 7",
            "ALTER TABLE t ALTER e SET STATISTICS 200",
            "ALTER TABLE t SET (autovacuum_enabled = false)",
            "ALTER TABLE t SET (fillfactor = 80)",
            "ALTER TABLE t ADD CONSTRAINT k CHECK (d > 0)",
            "ALTER TABLE t ADD CONSTRAINT k CHECK (d > 0) NOT VALID",
            "ALTER TABLE t ADD CONSTRAINT k UNIQUE (d)",
            "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (e) REFERENCES t (id)",
            "ALTER TABLE t ADD COLUMN c int REFERENCES t (id)",
            "ALTER TABLE t DROP COLUMN e",
            "ALTER TABLE t CLUSTER ON t_pkey",
            "ALTER TABLE t DISABLE TRIGGER ALL",
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE t REPLICA IDENTITY FULL",
            "ALTER TABLE t RENAME TO u",
            "ALTER TABLE t RENAME COLUMN e TO f",
            "CREATE INDEX ON t (e)",
            "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "CREATE POLICY p ON t",
            "TRUNCATE t",
            "LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE",
            "CLUSTER t USING t_pkey",
            "DROP TABLE t",
            "CREATE TABLE w (a int REFERENCES t)",
            "COMMENT ON TABLE t IS 'x'",
            "CREATE VIEW w AS SELECT * FROM t");

    @TempDir
    Path folder;

    private record Did(String lock, boolean isWritten) {}

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void serversDoWhatTheRulesSay(int major) throws IOException, SQLException {
        TestPostgres server = TestPostgres.major(major);
        List<String> wrong = new ArrayList<>();
        int locked = 0;
        int written = 0;
        for (String statement : STATEMENTS) {
            Did did = run(server, statement);
            Did said = new Did(lock(statement), writes(statement, major));
            locked += did.lock().isEmpty() ? 0 : 1;
            written += did.isWritten() ? 1 : 0;
            boolean isGone = statement.startsWith("TRUNCATE") || statement.startsWith("CLUSTER");
            if (!did.lock().equals(said.lock()) || !isGone && did.isWritten() != said.isWritten()) {
                wrong.add(statement + ": did " + did + ", said " + said);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(locked).isBetween(40, STATEMENTS.size() - 5);
        assertThat(written).isBetween(15, STATEMENTS.size() - 30);
        System.out.println("[lint and servers] " + STATEMENTS.size() + " statements on " + major + ": " + locked
                + " keep writers waiting, " + written + " write the table anew");
    }

    /** The strongest lock on t that keeps writers waiting; empty for none. */
    private static String lock(String statement) {
        return ((Parsing.Parsed) PARSER.parse(statement))
                .statements().stream()
                        .flatMap(tree -> Lock.of(tree).stream())
                        .filter(each ->
                                each.table().name().equals("t") && each.mode().blocksWrites())
                        .map(Lock::mode)
                        .max(LockMode::compareTo)
                        .map(LockMode::words)
                        .orElse("");
    }

    private boolean writes(String statement, int major) throws IOException {
        Files.writeString(folder.resolve("1.sql"), TABLE);
        Files.writeString(folder.resolve("2.sql"), statement);
        List<FileText> files = MigrationDirectory.read(folder).files().stream()
                .map(FileText::read)
                .toList();
        return new Linter(PARSER, LintRules.all())
                        .lint(files.subList(0, 1), files.subList(1, 2), new Linter.Options(major, TransactionMode.FILE))
                        .findings()
                        .stream()
                        .anyMatch(finding -> WRITES.contains(finding.code()));
    }

    private static Did run(TestPostgres server, String sql) throws SQLException {
        String database = server.freshDatabase("truth");
        server.execute(database, TABLE, ROWS);
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            String file = "SELECT relfilenode FROM pg_class WHERE oid = " + one(statement, "SELECT 't'::regclass::oid");
            String locks =
                    "SELECT mode FROM pg_locks WHERE locktype = 'relation' AND pid = pg_backend_pid() AND relation = "
                            + one(statement, "SELECT 't'::regclass::oid");
            String before = one(statement, file);
            connection.setAutoCommit(false);
            statement.execute(sql);
            @Nullable LockMode strongest = null;
            try (ResultSet rows = statement.executeQuery(locks)) {
                while (rows.next()) {
                    LockMode mode = mode(rows.getString(1));
                    strongest = mode != null && (strongest == null || mode.compareTo(strongest) > 0) ? mode : strongest;
                }
            }
            String after = one(statement, file);
            connection.rollback();
            return new Did(
                    strongest == null || !strongest.blocksWrites() ? "" : strongest.words(),
                    !before.equals(after) && !after.isEmpty());
        } finally {
            server.dropDatabase(database);
        }
    }

    private static @Nullable LockMode mode(String word) {
        for (LockMode mode : LockMode.values()) {
            if ((mode.words().replace(" ", "") + "lock")
                    .equals(word.toUpperCase(Locale.ROOT).replace("LOCK", "lock"))) {
                return mode;
            }
        }
        return null;
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
