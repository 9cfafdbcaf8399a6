package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.ObjectLookup;
import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grants and revokes on columns, types, languages, foreign-data wrappers and servers, tablespaces, large objects and parameters. */
class StagedOtherChangesTest {
    @TempDir
    private Path folder;

    private static String prepare(TestPostgres server) {
        String database = server.freshDatabase("other");
        server.execute(
                database,
                "CREATE ROLE " + database + "_owner",
                "CREATE ROLE " + database + "_app",
                "CREATE ROLE " + database + "_clerk",
                "CREATE SCHEMA \"Led,ger\" AUTHORIZATION " + database + "_owner",
                "GRANT USAGE ON SCHEMA \"Led,ger\" TO " + database + "_clerk",
                "SET ROLE " + database + "_owner",
                "CREATE TABLE \"Led,ger\".\"Odd, table\" (id int, \"a \"\"b\" text, gone int)",
                "ALTER TABLE \"Led,ger\".\"Odd, table\" DROP COLUMN gone",
                "CREATE DOMAIN \"Led,ger\".amount AS numeric",
                "CREATE TYPE \"Led,ger\".\"Kind\" AS ENUM ('a')",
                "CREATE TYPE \"Led,ger\".pair AS (a int, b int)",
                "GRANT SELECT (id), UPDATE (id) ON \"Led,ger\".\"Odd, table\" TO " + database + "_app",
                "GRANT SELECT (id) ON \"Led,ger\".\"Odd, table\" TO " + database + "_clerk WITH GRANT OPTION",
                "GRANT SELECT, DELETE ON \"Led,ger\".\"Odd, table\" TO " + database + "_app",
                "RESET ROLE",
                "SET ROLE " + database + "_clerk",
                "GRANT SELECT (id) ON \"Led,ger\".\"Odd, table\" TO PUBLIC",
                "RESET ROLE",
                "CREATE FOREIGN DATA WRAPPER \"wrap per\"",
                "CREATE SERVER \"far, away\" FOREIGN DATA WRAPPER \"wrap per\"",
                "GRANT USAGE ON FOREIGN SERVER \"far, away\" TO " + database + "_clerk",
                "SELECT pg_catalog.lo_create(4242)",
                "CREATE TRUSTED LANGUAGE \"Lan guage\" HANDLER plpgsql_call_handler");
        if (server.major() >= 15) {
            server.execute(database, "GRANT SET, ALTER SYSTEM ON PARAMETER work_mem TO " + database + "_clerk");
        }
        return database;
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theLawsHoldForGrants(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        Plan plan = StagedLaws.of(server, database, folder).hold(access -> {
            int app = role(access, database + "_app");
            DatabaseObject table = object(access, "\"Led,ger\".\"Odd, table\"");
            List<AccessChange> changes = new ArrayList<>(List.of(
                    grant(table, column(access, table, "a \"b"), app, Privilege.SELECT, Privilege.INSERT),
                    grant(table, column(access, table, "id"), app, Privilege.REFERENCES),
                    grant(object(access, "type:\"Led,ger\".amount"), null, app, Privilege.USAGE),
                    grant(object(access, "type:\"Led,ger\".\"Kind\""), null, app, Privilege.USAGE),
                    grant(object(access, "language:\"Lan guage\""), null, app, Privilege.USAGE),
                    grant(object(access, "fdw:\"wrap per\""), null, app, Privilege.USAGE),
                    grant(object(access, "server:\"far, away\""), null, app, Privilege.USAGE),
                    grant(object(access, "tablespace:pg_default"), null, app, Privilege.CREATE),
                    grant(object(access, "largeobject:4242"), null, app, Privilege.SELECT, Privilege.UPDATE)));
            if (major >= 15) {
                changes.add(grant(object(access, "parameter:work_mem"), null, app, Privilege.SET));
                changes.add(grant(
                        parameter(access, database + ".level"), null, app, Privilege.SET, Privilege.ALTER_SYSTEM));
            }
            return changes;
        });
        assertThat(plan.steps()).hasSize(major >= 15 ? 11 : 9);
        assertThat(plan.steps()).noneMatch(Step::destructive);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theLawsHoldForRevokesWhoeverGranted(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        Plan plan = StagedLaws.of(server, database, folder).hold(access -> {
            int app = role(access, database + "_app");
            int clerk = role(access, database + "_clerk");
            DatabaseObject table = object(access, "\"Led,ger\".\"Odd, table\"");
            Column id = column(access, table, "id");
            List<AccessChange> changes = new ArrayList<>();
            revoke(changes, table, id, RoleIndex.PUBLIC, Privilege.SELECT);
            revoke(changes, table, id, app, Privilege.UPDATE);
            revoke(changes, table, null, app, Privilege.SELECT);
            revoke(changes, object(access, "type:\"Led,ger\".amount"), null, RoleIndex.PUBLIC, Privilege.USAGE);
            revoke(changes, object(access, "type:\"Led,ger\".pair"), null, RoleIndex.PUBLIC, Privilege.USAGE);
            revoke(changes, object(access, "language:\"Lan guage\""), null, RoleIndex.PUBLIC, Privilege.USAGE);
            revoke(changes, object(access, "server:\"far, away\""), null, clerk, Privilege.USAGE);
            if (major >= 15) {
                revoke(
                        changes,
                        object(access, "parameter:work_mem"),
                        null,
                        clerk,
                        Privilege.SET,
                        Privilege.ALTER_SYSTEM);
            }
            return changes;
        });
        assertThat(plan.steps()).hasSize(major >= 15 ? 8 : 7);
        assertThat(plan.steps()).allMatch(Step::destructive);
        assertThat(plan.steps().get(0).sql().text()).startsWith("SET LOCAL ROLE");
        assertThat(plan.steps().get(2).reason())
                .as("REVOKE on the table takes the column's grant as well")
                .contains("column");
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatTakesNoGrantsIsRefusedWithTheReason(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        try (ServerPools pools = new ServerPools()) {
            StagedLaws laws = StagedLaws.of(server, database, folder);
            AccessSnapshot access = laws.access(pools);
            Plan plan = laws.plan(
                    pools,
                    access,
                    List.of(grant(
                            object(access, "language:c"), null, role(access, database + "_app"), Privilege.USAGE)));
            assertThat(plan.steps()).isEmpty();
            assertThat(plan.refusals())
                    .extracting(Plan.Refusal::why)
                    .containsExactly("only superusers use the untrusted language c: it takes no grants");
        }
    }

    private static int role(AccessSnapshot access, String name) {
        return Objects.requireNonNull(access.roles().of(Name.of(name)));
    }

    private static DatabaseObject object(AccessSnapshot access, String text) {
        List<DatabaseObject> found = ObjectLookup.find(access, text);
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    private static DatabaseObject parameter(AccessSnapshot access, String name) {
        int owner = role(
                access,
                access.catalog().bootstrapSuperuser().orElseThrow().name().text());
        return new DatabaseObject(ObjectKind.PARAMETER, 0, null, name, "", owner, null, ObjectOrigin.SYSTEM);
    }

    private static Column column(AccessSnapshot access, DatabaseObject table, String name) {
        return access.columns().stream()
                .filter(column ->
                        column.relation() == table.oid() && column.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static GrantPrivileges grant(DatabaseObject on, @Nullable Column column, int to, Privilege... privileges) {
        return new GrantPrivileges(on, column, to, PrivilegeSet.of(privileges));
    }

    private static void revoke(
            List<AccessChange> changes, DatabaseObject on, @Nullable Column column, int from, Privilege... privileges) {
        AccessList acl = column == null ? on.effectiveAcl() : column.acl();
        for (int entry = 0; acl != null && entry < acl.size(); entry++) {
            long held = acl.held(entry) & PrivilegeSet.of(privileges).bits();
            if (acl.grantee(entry) == from && held != 0) {
                changes.add(new RevokePrivileges(on, column, from, acl.grantor(entry), new PrivilegeSet(held)));
            }
        }
    }
}
