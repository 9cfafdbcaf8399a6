package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.drift.SnapshotText;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepairPlannerTest {
    private static final OwnershipModel.Auto WANTED = new OwnershipModel.Auto(
            Name.of("billing"), Name.of("db_billing_owner"), Name.of("db_billing_app"), List.of());
    private static final String ADMIN = "role dba LOGIN CREATEROLE CREATEDB";

    @Test
    void aManagedAdministratorBorrowsWhatItNeedsAndGivesItBackLast() {
        Plan plan =
                plan("18", "role postgres SUPERUSER LOGIN", ADMIN, "login dba", "owner dba", "schema public of dba");
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.steps().stream().map(step -> step.sql().text()).filter(sql -> !sql.startsWith("ALTER DEFAULT")))
                .containsExactly(
                        "CREATE ROLE \"db_billing_owner\" WITH NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT"
                                + " NOREPLICATION NOBYPASSRLS",
                        "CREATE ROLE \"db_billing_app\" WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT"
                                + " NOREPLICATION NOBYPASSRLS",
                        "GRANT \"db_billing_owner\" TO \"db_billing_app\"",
                        "GRANT \"db_billing_owner\" TO \"dba\" WITH INHERIT TRUE, SET TRUE",
                        "ALTER DATABASE \"billing\" OWNER TO \"db_billing_owner\"",
                        "GRANT \"db_billing_app\" TO \"dba\" WITH INHERIT TRUE, SET TRUE",
                        "REVOKE \"db_billing_app\" FROM \"dba\" GRANTED BY \"dba\"",
                        "REVOKE \"db_billing_owner\" FROM \"dba\" GRANTED BY \"dba\"");
    }

    @Test
    void before16TheSameAdministratorBorrowsWithoutOptions() {
        Plan plan = plan("15", ADMIN, "login dba", "owner dba", "schema public of dba");
        assertThat(plan.step("borrow-db_billing_owner").orElseThrow().sql().text())
                .isEqualTo("GRANT \"db_billing_owner\" TO \"dba\"");
        assertThat(plan.step("give-back-db_billing_owner").orElseThrow().sql().text())
                .isEqualTo("REVOKE \"db_billing_owner\" FROM \"dba\"");
    }

    @Test
    void whatABorrowedMembershipCannotReachIsRefusedWithTheMissingGrant() {
        Plan plan = plan(
                "16",
                ADMIN,
                "login dba",
                "role db_billing_owner NOLOGIN",
                "role db_billing_app LOGIN",
                "role someone LOGIN",
                "owner someone",
                "schema public of dba");
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.refusals().get(0).missingGrant())
                .isEqualTo("GRANT \"db_billing_owner\" TO \"dba\" WITH ADMIN OPTION");
        assertThat(plan.refusals().get(1).missingGrant())
                .isEqualTo("GRANT \"someone\" TO \"dba\" WITH INHERIT TRUE; "
                        + "GRANT \"db_billing_owner\" TO \"dba\" WITH SET TRUE");
    }

    @Test
    void aRestrictedPlanKeepsOrderDropsDependentsAndGivesBackWhatItBorrows() {
        Plan plan =
                plan("18", "role postgres SUPERUSER LOGIN", ADMIN, "login dba", "owner dba", "schema public of dba");
        Set<String> ids = PlannedScenario.ids(plan.steps());
        ids.removeIf(id -> id.startsWith("give-back"));
        assertThat(plan.restrictedTo(ids).steps()).isEqualTo(plan.steps());
        Set<String> withoutTransfer = new HashSet<>(ids);
        withoutTransfer.removeIf(id -> id.equals("transfer-database-owner") || id.startsWith("default-forward"));
        assertThat(PlannedScenario.ids(plan.restrictedTo(withoutTransfer).steps()))
                .doesNotContain("borrow-db_billing_owner", "give-back-db_billing_owner")
                .contains("borrow-db_billing_app", "give-back-db_billing_app");
        Set<String> withoutApp = new HashSet<>(ids);
        withoutApp.remove("create-app-user");
        assertThat(plan.restrictedTo(withoutApp).steps().stream().map(Step::id))
                .containsExactly(
                        "create-owner-role",
                        "borrow-db_billing_owner",
                        "transfer-database-owner",
                        "give-back-db_billing_owner");
        assertThat(plan.restrictedTo(withoutApp).digest()).isNotEqualTo(plan.digest());
    }

    @Test
    void applyingAgainIsAGroupOfItsOwnThatNothingNeedsToUndo() {
        Snapshot snapshot = snapshot("18", "schema public of postgres");
        Plan whole = PlannedScenario.plan(WANTED, snapshot, RepairOptions.ONLY_MISSING);
        Snapshot healthy = whole.modelled();
        assertThat(PlannedScenario.plan(WANTED, healthy, RepairOptions.ONLY_MISSING)
                        .steps())
                .isEmpty();
        Plan again = PlannedScenario.plan(WANTED, healthy, new RepairOptions(true));
        assertThat(again.steps()).hasSize(6).allSatisfy(step -> {
            assertThat(step.group()).isEqualTo(StepGroup.REAPPLY);
            assertThat(step.undo()).isNull();
        });
        assertThat(again.modelled()).isEqualTo(healthy);
        assertThat(again.selectedAtFirst()).isEmpty();
    }

    @Test
    void onlyTheOwnerTransferAndRevokedGrantsAreDestructive() {
        Plan plan = plan("18", "schema public of postgres");
        assertThat(plan.steps().stream().filter(Step::destructive).map(Step::id))
                .containsExactly("transfer-database-owner");
    }

    @Test
    void cockroachGetsItsOwnWordsAndNoTransaction() {
        Plan plan =
                plan("cockroachdb", "role root SUPERUSER LOGIN", "login root", "owner root", "schema public of root");
        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(step.transactional()).isFalse());
        assertThat(plan.steps().get(0).sql().text())
                .isEqualTo("CREATE ROLE \"db_billing_owner\" WITH NOLOGIN NOCREATEDB NOCREATEROLE");
        String script = FixScript.write(plan, new ScriptHeader("0.1.0", "dba", "2026-03-18T10:30:00Z"));
        assertThat(script)
                .contains("crdb_internal.force_error")
                .doesNotContain("BEGIN")
                .doesNotContain("COMMIT");
    }

    @Test
    void theProvedSideOfAPreviewComesFromTheProof() {
        Plan plan = plan("18", "schema public of postgres");
        Preview modelled = Preview.compute(plan, Optional.empty());
        Preview proved = Preview.compute(plan, Optional.of(plan.modelled()));
        assertThat(modelled.badge()).isEqualTo(Preview.Badge.MODELLED);
        assertThat(proved).isEqualTo(new Preview(Preview.Badge.PROVED, modelled.rows()));
        Preview nothingHappened = Preview.compute(plan, Optional.of(plan.from()));
        assertThat(nothingHappened.changedRows()).isZero();
    }

    @Test
    void thePlanForMachinesIsVersionedAndStable() throws Exception {
        Plan plan = plan("18", "schema public of postgres");
        String json = PlanJson.write(plan);
        assertThat(PlanJson.write(plan("18", "schema public of postgres"))).isEqualTo(json);
        JsonNode root = new ObjectMapper().readTree(json);
        assertThat(root.get("format").asText()).isEqualTo("plumbline-plan");
        assertThat(root.get("version").asInt()).isEqualTo(1);
        assertThat(root.get("steps")).hasSize(plan.steps().size());
        assertThat(root.get("steps").get(0).get("sql").asText())
                .isEqualTo(plan.steps().get(0).sql().text());
    }

    private static Plan plan(String server, String... lines) {
        return PlannedScenario.plan(WANTED, snapshot(server, lines), RepairOptions.ONLY_MISSING);
    }

    private static Snapshot snapshot(String server, String... lines) {
        return SnapshotText.parse(server, WANTED.database(), List.of(lines));
    }
}
