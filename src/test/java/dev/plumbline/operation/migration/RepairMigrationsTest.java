package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.migration.HalfwayFile.Was;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunOutcome.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairMigrationsTest {
    private static final String ROWS =
            "SELECT version || ' ' || type || ' ' || applied || '/' || total FROM atlas_schema_revisions.atlas_schema_revisions ORDER BY 1";

    @TempDir
    Path home;

    private static void stop(MigrationRig rig, int recorded, int total) {
        rig.server.execute(
                rig.database,
                "DELETE FROM atlas_schema_revisions.atlas_schema_revisions WHERE version = '2'",
                "INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES ('2', 'b', 2, " + recorded + ", "
                        + total + ", now(), 0, NULL, NULL, '', NULL, 'killed')");
    }

    @Test
    void tellsOfEachStatementWhatTheDatabaseShowsAndSetsRecordsRight() throws IOException {
        try (MigrationRig rig = new MigrationRig(16, home)) {
            rig.write(
                    "1_a.sql",
                    "CREATE TABLE account (id bigint PRIMARY KEY, note text, old int); CREATE VIEW gone AS SELECT 1;");
            assertThat(rig.run(rig.plan()).ending()).isEqualTo(Ending.VERIFIED);
            rig.write(
                    "2_b.sql",
                    "-- atlas:txmode none\n\nALTER TABLE account ADD COLUMN more int;\nDROP VIEW gone;\nALTER TABLE account DROP COLUMN old;\n"
                            + "INSERT INTO account VALUES (1);\nCREATE VIEW seen AS SELECT id FROM account;\n");
            assertThat(rig.look()).isEmpty();
            rig.server.execute(
                    rig.database,
                    "ALTER TABLE account ADD COLUMN more int",
                    "DROP VIEW gone",
                    "ALTER TABLE account DROP COLUMN old");
            stop(rig, 1, 5);
            assertThat(rig.look()).hasSize(1);
            assertThat(rig.look().get(0).statements())
                    .extracting(HalfwayFile.Seen::was)
                    .containsExactly(Was.RECORDED, Was.TOOK_EFFECT, Was.TOOK_EFFECT, Was.CANNOT_TELL, Was.NOT_YET);
            assertThat(rig.record("2", RecordChange.To.NOT_APPLIED).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.server.query(rig.database, ROWS)).containsExactly("1 2 2/2");
            assertThat(rig.record("2", RecordChange.To.APPLIED).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.server.query(rig.database, ROWS)).containsExactly("1 2 2/2", "2 4 5/5");
            assertThat(rig.plan().plan().isEmpty()).isTrue();
            assertThatThrownBy(() -> rig.record("2", RecordChange.To.APPLIED))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem().code()).isEqualTo("MIG-429"));
            stop(rig, 1, 5);
            PlannedMigrations rest = rig.plan(rig.choice().resumingFrom(4));
            assertThat(rest.plan().refusals()).isEmpty();
            assertThat(rest.notes()).anyMatch(note -> note.contains("before number 4"));
            assertThat(rig.run(rest).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.server.query(rig.database, ROWS)).containsExactly("1 2 2/2", "2 2 5/5");
            assertThat(rig.server.query(rig.database, "SELECT id FROM seen")).containsExactly("1");
        }
    }

    @Test
    void aDatabaseWithTablesAndNoRecordsBeginsBehindABaseline() throws IOException {
        try (MigrationRig rig = new MigrationRig(17, home)) {
            rig.server.execute(rig.database, "CREATE TABLE account (id bigint PRIMARY KEY)");
            rig.write("1_a.sql", "CREATE TABLE account (id bigint PRIMARY KEY);");
            rig.write("2_b.sql", "ALTER TABLE account ADD COLUMN more int;");
            assertThat(rig.plan().plan().refusals())
                    .extracting(Plan.Refusal::checkCode)
                    .contains("MIG-420");
            assertThatThrownBy(() -> rig.plan(rig.choice().behind("7")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem().code()).isEqualTo("MIG-428"));
            PlannedMigrations planned = rig.plan(rig.choice().behind("1"));
            assertThat(planned.plan().refusals()).isEmpty();
            assertThat(rig.run(planned).ending()).isEqualTo(Ending.VERIFIED);
            assertThat(rig.server.query(rig.database, ROWS)).isEqualTo(List.of("1 1 0/0", "2 2 1/1"));
            assertThat(rig.plan().plan().isEmpty()).isTrue();
            assertThatThrownBy(() -> rig.plan(rig.choice().behind("1")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem().code()).isEqualTo("MIG-427"));
        }
    }
}
