package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.DropRole;
import dev.plumbline.model.Name;
import dev.plumbline.plan.Plan;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A role that nothing depends on is dropped, and made again as far as it can be. */
class StagedDropRoleTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theLawsHoldAndTheUndoSaysWhatDoesNotComeBack(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("gone");
        String gone = "\"" + database + " Gone\"";
        server.execute(
                database,
                "CREATE ROLE " + gone + " LOGIN NOINHERIT CREATEDB BYPASSRLS CONNECTION LIMIT 3"
                        + " VALID UNTIL '2030-01-02 03:04:05+00' PASSWORD 'secret'",
                "CREATE ROLE " + database + "_group",
                "CREATE ROLE " + database + "_member",
                "GRANT " + database + "_group TO " + gone + " WITH ADMIN OPTION",
                "GRANT " + gone + " TO " + database + "_member",
                "ALTER ROLE " + gone + " SET work_mem = '8MB'");
        Plan plan = StagedLaws.of(server, database, folder)
                .hold(access -> List.of(new DropRole(Name.of(database + " Gone"))));
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.destructive()).isTrue();
            assertThat(step.undoNote()).contains("password").contains("another role of the same name");
            assertThat(step.reason()).contains("2 memberships");
        });
    }
}
