package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.AlterDefault;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about what a role creates later, added to and taken from. */
class StagedDefaultsTest {
    private static final Name LEDGER = Name.of("led \"ger");

    @TempDir
    private Path folder;

    private static String prepare(TestPostgres server) {
        String database = server.freshDatabase("rules");
        server.execute(
                database,
                "CREATE ROLE " + database + "_maker",
                "CREATE ROLE " + database + "_app",
                "CREATE SCHEMA \"led \"\"ger\"",
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + database + "_maker IN SCHEMA \"led \"\"ger\""
                        + " GRANT SELECT, INSERT ON TABLES TO " + database + "_app",
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + database + "_maker GRANT USAGE ON SEQUENCES TO " + database
                        + "_app");
        return database;
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void theLawsHoldForRules(int major) throws Exception {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        Name maker = Name.of(database + "_maker");
        Name app = Name.of(database + "_app");
        Grantee toApp = Grantee.role(app);
        List<AccessChange> changes = new ArrayList<>(List.of(
                AlterDefault.grant(
                        maker, LEDGER, ObjectType.TABLES, toApp, List.of(Privilege.INSERT, Privilege.UPDATE)),
                AlterDefault.grant(maker, null, ObjectType.TABLES, Grantee.PUBLIC, List.of(Privilege.SELECT)),
                AlterDefault.grant(app, LEDGER, ObjectType.FUNCTIONS, Grantee.role(maker), List.of(Privilege.EXECUTE)),
                AlterDefault.grant(maker, null, ObjectType.SCHEMAS, toApp, List.of(Privilege.USAGE)),
                AlterDefault.revoke(maker, LEDGER, ObjectType.TABLES, toApp, List.of(Privilege.SELECT)),
                AlterDefault.revoke(maker, null, ObjectType.SEQUENCES, toApp, List.of(Privilege.USAGE)),
                AlterDefault.revoke(maker, null, ObjectType.FUNCTIONS, Grantee.PUBLIC, List.of(Privilege.EXECUTE)),
                AlterDefault.revoke(maker, null, ObjectType.TYPES, Grantee.PUBLIC, List.of(Privilege.USAGE))));
        if (major >= 18) {
            changes.add(AlterDefault.grant(maker, null, ObjectType.LARGE_OBJECTS, toApp, List.of(Privilege.SELECT)));
        }
        Plan plan = StagedLaws.of(server, database, folder).hold(access -> changes);
        assertThat(plan.steps()).hasSize(changes.size());
        assertThat(plan.steps().get(0).sql().text())
                .as("only what is not there")
                .contains("GRANT UPDATE ON TABLES")
                .doesNotContain("INSERT");
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void whatARuleForASchemaCannotTakeIsRefusedWithTheStatementThatCan(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = prepare(server);
        try (ServerPools pools = new ServerPools()) {
            StagedLaws laws = StagedLaws.of(server, database, folder);
            AccessSnapshot access = laws.access(pools);
            Name maker = Name.of(database + "_maker");
            Plan plan = laws.plan(
                    pools,
                    access,
                    List.of(
                            AlterDefault.revoke(
                                    maker, LEDGER, ObjectType.FUNCTIONS, Grantee.PUBLIC, List.of(Privilege.EXECUTE)),
                            AlterDefault.revoke(
                                    maker,
                                    LEDGER,
                                    ObjectType.TABLES,
                                    Grantee.role(Name.of(database + "_app")),
                                    List.of(Privilege.DELETE))));
            assertThat(plan.steps()).isEmpty();
            assertThat(plan.refusals())
                    .extracting(Plan.Refusal::missingGrant)
                    .containsExactly("ALTER DEFAULT PRIVILEGES FOR ROLE \"" + maker.text()
                            + "\" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
        }
    }
}
