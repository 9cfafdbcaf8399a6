package dev.plumbline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.plan.RunOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder that calls a table and a column otherwise and has another view over them: rows stay, and so do the view's grants. */
@Timeout(300)
class ApplyRenamedTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatIsRenamedKeepsItsRowsAndWhatIsMadeAgainItsGrants(int major) throws Exception {
        try (FolderRig rig = new FolderRig(major, home)) {
            rig.server.execute(
                    rig.database,
                    "CREATE TABLE line (id int, at date)",
                    "INSERT INTO line VALUES (1, '2026-01-31')",
                    "CREATE VIEW days AS SELECT id FROM line",
                    "GRANT SELECT ON days TO pg_monitor");
            rig.declare("CREATE TABLE lines (id int, day date); CREATE VIEW days AS SELECT day AS id FROM lines;");
            ApplyFolder.Planned planned = rig.plan(
                    List.of("public.line=public.lines", "public.line.at=public.lines.day"),
                    FolderRig.LONG,
                    FolderRig.LONG);
            assertThat(planned.comparison().renames()).isEmpty();
            assertThat(rig.run(planned).ending()).isEqualTo(RunOutcome.Ending.VERIFIED);
            assertThat(rig.server.query(rig.database, "SELECT id || ' ' || day FROM lines"))
                    .containsExactly("1 2026-01-31");
            assertThat(rig.server.query(
                            rig.database, "SELECT has_table_privilege('pg_monitor', 'days', 'SELECT') || ''"))
                    .containsExactly("true");
            assertThat(rig.plan().way().isEmpty()).isTrue();
        }
    }
}
