package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.OwnedKind;
import dev.plumbline.access.change.OwnedSet;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a role owns, and chosen parts of it, given to another role. */
class StagedOwnersTest {
    @TempDir
    private Path folder;

    private static String prepare(TestPostgres server) {
        String database = server.freshDatabase("owners");
        String old = database + "_old";
        server.execute(
                database,
                "CREATE ROLE " + old,
                "CREATE ROLE " + database + "_heir",
                "CREATE ROLE " + database + "_app",
                "ALTER DATABASE " + database + " OWNER TO " + old,
                "CREATE SCHEMA \"Led,ger\" AUTHORIZATION " + old,
                "CREATE SCHEMA side AUTHORIZATION " + old,
                "SET ROLE " + old,
                "CREATE TABLE \"Led,ger\".bills (id serial, number int GENERATED ALWAYS AS IDENTITY, note text)",
                "GRANT SELECT ON \"Led,ger\".bills TO " + database + "_app, " + database + "_heir",
                "GRANT UPDATE (note) ON \"Led,ger\".bills TO " + database + "_app, " + database + "_heir",
                "GRANT USAGE ON SEQUENCE \"Led,ger\".bills_id_seq TO " + database + "_app",
                "CREATE TABLE \"Led,ger\".parts (at date) PARTITION BY RANGE (at)",
                "CREATE TABLE side.parts_1 PARTITION OF \"Led,ger\".parts FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')",
                "CREATE VIEW \"Led,ger\".recent AS SELECT 1 AS one",
                "CREATE MATERIALIZED VIEW side.kept AS SELECT 1 AS one",
                "CREATE SEQUENCE side.numbers",
                "CREATE FUNCTION side.post(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE PROCEDURE side.run() LANGUAGE sql AS 'SELECT 1'",
                "CREATE AGGREGATE side.total(int) (sfunc = int4pl, stype = int)",
                "CREATE DOMAIN side.amount AS numeric",
                "CREATE TYPE side.\"Kind\" AS ENUM ('a')",
                "CREATE TYPE side.pair AS (a int)",
                "GRANT USAGE ON TYPE side.pair TO " + database + "_app",
                "SELECT pg_catalog.lo_create(77)",
                "RESET ROLE",
                "CREATE FOREIGN DATA WRAPPER wrapper",
                "CREATE SERVER far FOREIGN DATA WRAPPER wrapper",
                "ALTER SERVER far OWNER TO " + old,
                "CREATE TRUSTED LANGUAGE tongue HANDLER plpgsql_call_handler",
                "ALTER LANGUAGE tongue OWNER TO " + old);
        return database;
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theLawsHoldForEverythingThatARoleOwns(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        Plan plan = StagedLaws.of(server, database, folder)
                .hold(access -> all(access, database, OwnedSet.Choice.ALL).changes(role(access, database + "_heir")));
        assertThat(plan.steps()).allMatch(Step::destructive);
        assertThat(plan.steps()).hasSize(18);
        List<String> statements =
                plan.steps().stream().map(step -> step.sql().text()).toList();
        assertThat(statements)
                .noneMatch(sql -> sql.contains("bills_id_seq"))
                .anyMatch(sql -> sql.startsWith("ALTER DATABASE"))
                .anyMatch(sql -> sql.startsWith("ALTER LARGE OBJECT 77"))
                .anyMatch(sql -> sql.startsWith("ALTER LANGUAGE \"tongue\""));
        assertThat(statements.indexOf("ALTER TABLE \"Led,ger\".\"parts\" OWNER TO \"" + database + "_heir\""))
                .isLessThan(statements.indexOf("ALTER TABLE \"side\".\"parts_1\" OWNER TO \"" + database + "_heir\""));
        assertThat(server.query(
                        database,
                        "SELECT count(*) FROM pg_shdepend WHERE deptype = 'o' AND refobjid = '" + database
                                + "_old'::regrole"))
                .as("nothing is left, by the server's own books")
                .containsExactly("0");
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anAdministratorWithoutSuperuserRightsBorrowsWhatItNeedsAndGivesItBack(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        String admin = database + "_adm";
        server.execute(
                database,
                "CREATE ROLE " + admin + " LOGIN CREATEROLE CREATEDB PASSWORD '"
                        + TestPostgres.password().reveal() + "'",
                major >= 16
                        ? "GRANT " + database + "_old, " + database + "_heir TO " + admin
                                + " WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"
                        : "ALTER ROLE " + admin + " INHERIT",
                "GRANT CREATE ON SCHEMA \"Led,ger\", side TO " + database + "_heir",
                "GRANT CREATE ON DATABASE " + database + " TO " + admin,
                "GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO " + database + "_heir, " + database + "_old");
        Plan plan = StagedLaws.as(admin, server, database, folder)
                .hold(access -> all(access, database, OwnedSet.Choice.ALL).changes(role(access, database + "_heir")));
        assertThat(plan.steps()).extracting(step -> step.group().name()).contains("BORROW", "GIVE_BACK");
        assertThat(server.query(
                        database,
                        "SELECT count(*) FROM pg_shdepend WHERE deptype = 'o' AND refobjid = '" + database
                                + "_old'::regrole"))
                .containsExactly("0");
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void aPartitionGoesWithItsTableWhicheverSchemaIsChosen(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        try (ServerPools pools = new ServerPools()) {
            AccessSnapshot access = StagedLaws.of(server, database, folder).access(pools);
            OwnedSet ledger =
                    all(access, database, new OwnedSet.Choice(Set.of(Name.of("Led,ger")), Set.of(OwnedKind.TABLES)));
            assertThat(ledger.taken())
                    .extracting(object -> object.shown())
                    .containsExactly("Led,ger.bills", "Led,ger.parts", "side.parts_1");
            OwnedSet side =
                    all(access, database, new OwnedSet.Choice(Set.of(Name.of("side")), Set.of(OwnedKind.TABLES)));
            assertThat(side.taken()).isEmpty();
            assertThat(side.left())
                    .extracting(OwnedSet.Left::why)
                    .containsExactly("it goes with Led,ger.parts, which is not chosen");
        }
    }

    private static OwnedSet all(AccessSnapshot access, String database, OwnedSet.Choice choice) {
        return OwnedSet.of(access, role(access, database + "_old"), choice);
    }

    private static int role(AccessSnapshot access, String name) {
        return Objects.requireNonNull(access.roles().of(Name.of(name)));
    }
}
