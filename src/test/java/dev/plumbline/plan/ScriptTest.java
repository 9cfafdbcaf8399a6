package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Snapshot;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Exported scripts as a person runs them: by psql, on the right database and on wrong ones. */
class ScriptTest {
    private static final ScriptHeader HEADER =
            new ScriptHeader("0.1.0", "dba\n\\! touch canary", "2026-03-18T10:30:00Z");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theFixScriptDoesWhatTheStepsDoAndTheUndoScriptLeadsBack() {
        return Stream.of(13, 16, 18)
                .flatMap(major -> Situation.all()
                        .filter(situation -> major >= situation.from())
                        .map(situation -> DynamicTest.dynamicTest(
                                major + ": " + situation.name(), () -> thereAndBack(major, situation))));
    }

    private void thereAndBack(int major, Situation situation) throws Exception {
        try (LiveDatabase database = LiveDatabase.of(major, situation)) {
            Plan plan = database.plan();
            assertThat(run(database, FixScript.write(plan, HEADER))).isEqualTo(new Psql.Answer(0, ""));
            Snapshot after = database.read();
            assertThat(LivePlanTest.withoutNewOids(after, plan.from()))
                    .isEqualTo(LivePlanTest.withoutNewOids(plan.modelled(), plan.from()));
            Psql.Answer again = run(database, FixScript.write(plan, HEADER));
            if (!plan.isEmpty()) {
                assertThat(again.exitCode()).isEqualTo(3);
                assertThat(again.output()).contains("The state has changed since this script was made");
            }
            assertThat(run(database, UndoScript.write(plan, HEADER))).isEqualTo(new Psql.Answer(0, ""));
            if (plan.steps().stream().allMatch(step -> step.undo() != null)) {
                assertThat(CatalogText.lines(database.read(), plan.concern()))
                        .isEqualTo(CatalogText.lines(plan.from(), plan.concern()));
            }
        }
    }

    @Test
    void onAnotherDatabaseItChangesNothing() throws Exception {
        try (LiveDatabase database = nothingExists();
                LiveDatabase other = nothingExists()) {
            String script = FixScript.write(database.plan(), HEADER);
            refused(other, other.wanted().database().text(), script, "This script is for database plan_");
            refused(other, "postgres", script, "Nothing was changed.");
        }
    }

    @Test
    void onAnotherServerItChangesNothingUnlessSaidToBeACopy() throws Exception {
        try (LiveDatabase database = nothingExists()) {
            Plan plan = database.plan();
            String identifier = plan.from().server().systemIdentifier();
            String script = FixScript.write(plan, HEADER).replace(identifier, "7000000000000000001");
            refused(
                    database,
                    database.wanted().database().text(),
                    script,
                    "This script is for the server with system identifier 7000000000000000001");
            refused(
                    database,
                    database.wanted().database().text(),
                    script,
                    "This script is for the server",
                    "-v",
                    "other_server=maybe");
            assertThat(run(database, script, "-v", "other_server=yes").exitCode())
                    .isZero();
            assertThat(database.plan().isEmpty()).isTrue();
        }
    }

    @Test
    void asAnotherLoginItChangesNothing() throws Exception {
        try (LiveDatabase database = nothingExists()) {
            String other = "other_login_" + database.wanted().database().text();
            database.server()
                    .execute("postgres", "CREATE ROLE " + other + " SUPERUSER LOGIN PASSWORD 'test-superuser'");
            Psql.Answer answer = Psql.in(folder)
                    .run(
                            database.server(),
                            other,
                            database.wanted().database().text(),
                            FixScript.write(database.plan(), HEADER));
            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.output()).contains("This script is for the login postgres");
        }
    }

    @TestFactory
    Stream<DynamicTest> fromAChangedStateItChangesNothing() {
        return Stream.of(
                        "CREATE ROLE $own",
                        "CREATE ROLE $app NOINHERIT",
                        "CREATE ROLE someone_$db; ALTER DATABASE $db OWNER TO someone_$db",
                        "GRANT CREATE ON DATABASE $db TO pg_monitor")
                .map(change -> DynamicTest.dynamicTest(change, () -> {
                    try (LiveDatabase database = nothingExists()) {
                        String script = FixScript.write(database.plan(), HEADER);
                        database.execute(change);
                        refused(
                                database,
                                database.wanted().database().text(),
                                script,
                                "The state has changed since this script was made");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> fromAChangedStateOfADriftedDatabaseItChangesNothing() {
        List<String> drift = List.of(
                "CREATE ROLE $own; CREATE ROLE $app LOGIN",
                "ALTER DEFAULT PRIVILEGES FOR ROLE $own IN SCHEMA public GRANT SELECT ON TABLES TO $app",
                "SET ROLE $own; CREATE TABLE ledger.old (a int)");
        return Stream.of(
                        "GRANT $own TO $app",
                        "ALTER DEFAULT PRIVILEGES FOR ROLE $own IN SCHEMA public GRANT INSERT ON TABLES TO $app",
                        "ALTER DEFAULT PRIVILEGES FOR ROLE $app IN SCHEMA public GRANT USAGE ON SEQUENCES TO $own",
                        "GRANT SELECT ON ledger.old TO pg_monitor",
                        "DROP TABLE ledger.old")
                .map(change -> DynamicTest.dynamicTest(change, () -> {
                    Situation situation = new Situation(
                            "drifted",
                            13,
                            Situation.SUPERUSER,
                            Stream.concat(Stream.of("GRANT USAGE, CREATE ON SCHEMA ledger TO PUBLIC"), drift.stream())
                                    .toList());
                    try (LiveDatabase database = LiveDatabase.of(18, situation)) {
                        String script = FixScript.write(database.plan(), HEADER);
                        database.execute(change);
                        refused(
                                database,
                                database.wanted().database().text(),
                                script,
                                "The state has changed since this script was made");
                    }
                }));
    }

    @Test
    void theCommentsStayOnTheirLines() throws Exception {
        try (LiveDatabase database = nothingExists()) {
            String script = FixScript.write(database.plan(), HEADER);
            assertThat(script.lines().filter(line -> line.startsWith("-- Made by")))
                    .containsExactly(
                            "-- Made by Plumbline 0.1.0 for dba\\u{000A}\\! touch canary at 2026-03-18T10:30:00Z");
            assertThat(run(database, script).exitCode()).isZero();
            assertThat(folder.resolve("canary")).doesNotExist();
        }
    }

    private void refused(LiveDatabase database, String name, String script, String message, String... options)
            throws Exception {
        Snapshot before = database.read();
        Psql.Answer answer =
                Psql.in(folder).run(database.server(), database.login().text(), name, script, options);
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.output()).contains(message);
        assertThat(database.read()).isEqualTo(before);
    }

    private Psql.Answer run(LiveDatabase database, String script, String... options) throws Exception {
        return Psql.in(folder)
                .run(
                        database.server(),
                        database.login().text(),
                        database.wanted().database().text(),
                        script,
                        options);
    }

    private static LiveDatabase nothingExists() {
        return LiveDatabase.of(
                TestPostgres.newest().major(), Situation.all().findFirst().orElseThrow());
    }
}
