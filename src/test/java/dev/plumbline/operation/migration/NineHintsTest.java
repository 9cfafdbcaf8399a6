package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migration.lint.Evidence;
import dev.plumbline.migration.lint.LintFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nine hints of dba-operator's page, those its authors had not reached among them, from the migration itself; none of them on twins that are small, quiet and clean. */
class NineHintsTest {
    private static final LiveLimits LIMITS = new LiveLimits(1_000, 5, Duration.ofSeconds(30), Duration.ofSeconds(3));
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
    Path home;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 17})
    void eachIsFoundWithItsEvidenceAndNoneOnAHarmlessTwin(int major) throws IOException, Exception {
        try (MigrationRig rig = new MigrationRig(major, home)) {
            for (String table : List.of("large", "busy", "twice", "gaps", "filled")) {
                rig.server.execute(
                        rig.database,
                        "CREATE TABLE " + table + " (a int)",
                        "CREATE TABLE twin_of_" + table + " (a int)");
            }
            rig.server.execute(
                    rig.database,
                    "INSERT INTO large SELECT n FROM generate_series(1, 5000) AS n",
                    "ANALYZE large",
                    "INSERT INTO twice VALUES (1), (1)",
                    "INSERT INTO gaps VALUES (1), (NULL)",
                    "INSERT INTO filled VALUES (1)",
                    "INSERT INTO twin_of_large VALUES (1)",
                    "INSERT INTO twin_of_twice VALUES (1), (2)",
                    "INSERT INTO twin_of_gaps VALUES (1)");
            rig.write("1_hints.sql", migration("large", "busy", "twice", "gaps", "filled"));
            rig.write(
                    "2_twins.sql",
                    migration("twin_of_large", "twin_of_busy", "twin_of_twice", "twin_of_gaps", "twin_of_filled"));
            List<LintFinding> found = planned(rig).lint().findings().stream()
                    .filter(finding -> finding.evidence() != Evidence.PARSED)
                    .toList();
            found.forEach(finding -> System.out.println("[nine hints] PostgreSQL " + major + " " + finding.shown()));
            assertThat(found)
                    .extracting(finding -> finding.statement().file().name() + "#"
                            + finding.statement().number() + " " + finding.code())
                    .containsExactly(
                            "1_hints.sql#1 PL901",
                            "1_hints.sql#2 PL902",
                            "1_hints.sql#3 PL903",
                            "1_hints.sql#4 PL904",
                            "1_hints.sql#5 PL911",
                            "1_hints.sql#6 PL905",
                            "1_hints.sql#7 PL906",
                            "1_hints.sql#8 PL912",
                            "1_hints.sql#9 PL913");
        }
    }

    private static String migration(String... tables) {
        StringBuilder text = new StringBuilder();
        STATEMENTS.forEach(statement ->
                text.append(String.format(statement, (Object[]) tables)).append(";\n"));
        return text.toString();
    }

    /** While somebody writes to the busy table. */
    private static PlannedMigrations planned(MigrationRig rig) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> writing = writer.submit(() -> {
                write(rig, enough);
                return null;
            });
            PlannedMigrations planned = rig.plan(rig.choice().judging(LIMITS));
            enough.set(true);
            writing.get();
            return planned;
        } finally {
            enough.set(true);
            writer.shutdown();
        }
    }

    private static void write(MigrationRig rig, AtomicBoolean enough) throws SQLException {
        try (Connection connection = rig.server.connect(rig.database);
                Statement statement = connection.createStatement()) {
            while (!enough.get()) {
                statement.execute("INSERT INTO busy VALUES (1)");
                statement.execute("DELETE FROM busy");
            }
        }
    }
}
