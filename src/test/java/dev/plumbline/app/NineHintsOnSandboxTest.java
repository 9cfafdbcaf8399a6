package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The nine hints of dba-operator's page, staged on a sandbox under load and asked for on the command line, with the limits that hold when nobody sets any: 100,000 rows, 20 rows a second. */
@Timeout(180)
class NineHintsOnSandboxTest {
    private static final String DATABASE = "staged";
    private static final List<String> STATEMENTS = List.of(
            "CREATE INDEX %1$s_i ON %1$s (a)",
            "CREATE INDEX %2$s_i ON %2$s (a)",
            "ALTER TABLE %1$s ADD COLUMN more int",
            "ALTER TABLE %2$s ADD COLUMN more int",
            "ALTER TABLE %3$s ADD CONSTRAINT %3$s_once UNIQUE (a)",
            "ALTER TABLE %1$s ADD CONSTRAINT %1$s_positive CHECK (a >= 0)",
            "ALTER TABLE %2$s ADD CONSTRAINT %2$s_positive CHECK (a >= 0)",
            "ALTER TABLE %4$s ALTER COLUMN a SET NOT NULL",
            "ALTER TABLE %5$s ADD COLUMN needed int NOT NULL");

    @TempDir
    private Path home;

    @Test
    void eachIsFoundWithItsEvidenceAndNoneOnAHarmlessTwin() throws Exception {
        Path hints = directory("hints", "large", "busy", "twice", "gaps", "filled");
        Path twins = directory("twins", "small", "quiet", "once", "whole", "bare");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.temporary())) {
            String dsn = sandbox.dsn().replace("/postgres?", "/" + DATABASE + "?");
            execute(sandbox, "postgres", "CREATE DATABASE " + DATABASE);
            stage(sandbox);
            Writer writer = new Writer(sandbox);
            try {
                assertThat(found(hints, dsn))
                        .containsExactly(
                                "1 PL901 live",
                                "2 PL902 live",
                                "3 PL903 live",
                                "4 PL904 live",
                                "5 PL911 data",
                                "6 PL905 live",
                                "7 PL906 live",
                                "8 PL912 data",
                                "9 PL913 data");
                assertThat(found(twins, dsn)).isEmpty();
            } finally {
                writer.stop();
            }
            Called text = Called.with(home, "migration", "lint", hints.toString(), "--dsn", dsn, "--from", "1");
            assertThat(text.code()).isEqualTo(2);
            Called tried = Called.with(
                    home, "migration", "dry-run", twins.toString(), "--dsn", dsn, "--allow-dirty", "--live");
            assertThat(tried.out())
                    .as(tried.err())
                    .contains(
                            "run on the live server and rolled back:",
                            "ACCESS EXCLUSIVE on public.small",
                            "That is what the scratch server predicted.",
                            "Read again: the database is made of what it was before.");
            assertThat(tried.err()).contains("each lock is really taken");
            assertThat(tried.code()).isZero();
            Called unasked = Called.with(home, "migration", "dry-run", twins.toString(), "--dsn", dsn, "--allow-dirty");
            assertThat(unasked.code()).isEqualTo(2);
            assertThat(Called.with(home, "journal", "list").out()).contains("ROLLED_BACK");
        }
    }

    /** What the command says that the text alone does not tell: the number of the statement, the code, its evidence. */
    private List<String> found(Path directory, String dsn) throws IOException {
        Called called = Called.with(home, "migration", "lint", directory.toString(), "--dsn", dsn, "-o", "json");
        assertThat(called.code()).as(called.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(called.out());
        List<String> all = StreamSupport.stream(report.path("findings").spliterator(), false)
                .map(finding -> finding.path("statement").asText() + " "
                        + finding.path("code").asText() + " "
                        + finding.path("evidence").asText())
                .toList();
        assertThat(all).as("what the text alone tells is told too").contains("1 PG101 parsed");
        return all.stream().filter(finding -> !finding.endsWith(" parsed")).toList();
    }

    private Path directory(String name, Object... tables) throws IOException {
        Path directory = Files.createDirectory(home.resolve(name));
        StringBuilder text = new StringBuilder();
        STATEMENTS.forEach(
                statement -> text.append(String.format(statement, tables)).append(";\n"));
        Files.writeString(directory.resolve("1_" + name + ".sql"), text.toString());
        assertThat(Called.with(home, "migration", "hash", directory.toString()).code())
                .isZero();
        return directory;
    }

    private static void stage(Sandbox sandbox) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String table :
                List.of("large", "busy", "twice", "gaps", "filled", "small", "quiet", "once", "whole", "bare")) {
            statements.add("CREATE UNLOGGED TABLE " + table + " (a int)");
        }
        statements.addAll(List.of(
                "INSERT INTO large SELECT n FROM generate_series(1, 150000) AS n",
                "INSERT INTO twice VALUES (1), (1)",
                "INSERT INTO gaps VALUES (1), (NULL)",
                "INSERT INTO filled VALUES (1)",
                "INSERT INTO small SELECT n FROM generate_series(1, 1000) AS n",
                "INSERT INTO once VALUES (1), (2)",
                "INSERT INTO whole VALUES (1)",
                "ANALYZE"));
        execute(sandbox, DATABASE, statements.toArray(String[]::new));
    }

    private static void execute(Sandbox sandbox, String database, String... statements) throws SQLException {
        try (Connection connection = connect(sandbox, database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(Sandbox sandbox, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + sandbox.server().host() + ":"
                        + sandbox.server().port() + "/" + database,
                "dbops_admin",
                sandbox.administratorPassword().reveal());
    }

    /** Writes one row after the other until it is stopped, and keeps the table small. */
    private static final class Writer {
        private final AtomicBoolean enough = new AtomicBoolean();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<?> writing;

        Writer(Sandbox sandbox) throws InterruptedException {
            writing = thread.submit(() -> {
                write(sandbox);
                return null;
            });
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        }

        private void write(Sandbox sandbox) throws SQLException {
            try (Connection connection = connect(sandbox, DATABASE);
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO busy VALUES (?)");
                    PreparedStatement delete = connection.prepareStatement("DELETE FROM busy")) {
                for (int row = 1; !enough.get(); row++) {
                    insert.setInt(1, row);
                    insert.executeUpdate();
                    begun.countDown();
                    if (row % 100 == 0) {
                        delete.executeUpdate();
                    }
                }
            }
        }

        void stop() throws Exception {
            enough.set(true);
            writing.get(60, TimeUnit.SECONDS);
            thread.shutdown();
        }
    }
}
