package dev.plumbline.plan.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.chain.Retirement.Light;
import dev.plumbline.drift.chain.SampleManaged;
import dev.plumbline.model.managed.LoginSession;
import dev.plumbline.model.managed.SecretUser;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RotationPlannerTest {
    private final SampleManaged sample = new SampleManaged();

    private List<String> ids() {
        return RotationPlanner.plan(sample.facts()).steps().stream()
                .map(RotationStep::id)
                .toList();
    }

    @Test
    void oneTurnTakesAwayTheOldestMigratesAndMakesTheNewest() {
        assertThat(ids())
                .containsExactly(
                        "unused-pods:v1",
                        "unused-sessions:v1",
                        "close-login:v1",
                        "drop-role:v1",
                        "delete-secret:v1",
                        "run-migration:v3",
                        "grant-tables:db_db_rw",
                        "create-role:v3",
                        "write-secret:v3",
                        "write-status:v3");
        assertThat(RotationPlanner.plan(sample.facts()).refusals()).isEmpty();
    }

    @Test
    void afterAnythingThatStoppedTheRestIsPlanned() {
        sample.logins.remove(0);
        assertThat(ids()).startsWith("unused-pods:v1", "delete-secret:v1", "run-migration:v3");
        sample.secrets.remove(0);
        assertThat(ids()).startsWith("run-migration:v3");
        sample.current = "v3";
        assertThat(ids()).containsExactly("create-role:v3", "write-secret:v3", "write-status:v3");
        sample.logins.add(SampleManaged.login("v3"));
        assertThat(ids()).containsExactly("set-password:v3", "write-secret:v3", "write-status:v3");
        sample.secrets.add(SampleManaged.secret("v3"));
        assertThat(ids()).containsExactly("write-status:v3");
    }

    /** As dba-operator does: what is there of a version before its migration was run is taken away first, and made anew after it. */
    @Test
    void credentialsOlderThanTheirMigrationAreMadeAnew() {
        sample.logins.add(SampleManaged.login("v3"));
        sample.secrets.add(SampleManaged.secret("v3"));
        assertThat(ids())
                .contains("drop-role:v3", "delete-secret:v3")
                .endsWith("create-role:v3", "write-secret:v3", "write-status:v3");
        RotationPlan plan = RotationPlanner.plan(sample.facts());
        assertThat(plan.keptSecret("v3")).isEmpty();
        assertThat(plan.steps().stream().filter(step -> step.id().equals("write-secret:v3")))
                .allMatch(step -> step.text().startsWith("CREATE secrets/db-v3 "));
    }

    @Test
    void theLightIsGreenOnlyWhenNeitherPodNorSessionRemainsAndBothCouldBeSeen() {
        sample.users = Seen.of(List.of(
                new SecretUser("Pod", "old", "Running", "10.0.0.7", Map.of("db-v1", List.of("volume x"))),
                new SecretUser("Pod", "gone", "Succeeded", "", Map.of("db-v1", List.of("volume x"))),
                new SecretUser("CronJob", "nightly", "", "", Map.of("db-v1", List.of("envFrom")))));
        sample.sessions.add(new LoginSession(42, "dba_v1", "db", "10.0.0.7", "app", "", false));
        sample.sessions.add(new LoginSession(43, "dba_v1", "db", "", "", "", true));
        RotationPlan plan = RotationPlanner.plan(sample.facts());
        assertThat(plan.retirements()).singleElement().satisfies(old -> {
            assertThat(old.light()).isEqualTo(Light.IN_USE);
            assertThat(old.inUse())
                    .contains("Secret db-v1 is used in pod old (volume x)")
                    .contains("Secret db-v1 will be used again by CronJob nightly (envFrom)")
                    .contains("Unable to remove user dba_v1, 2 active sessions remaining")
                    .contains("  session 42 in db from 10.0.0.7, pod old, application app")
                    .contains("  session 43 in db from an address that this login may not see")
                    .noneMatch(line -> line.contains("gone"));
        });
        assertThat(plan.refusals()).contains("Secret db-v1 is used in pod old (volume x)");
        sample.users = Seen.unknown("pods is forbidden");
        sample.sessions.clear();
        RotationPlan blind = RotationPlanner.plan(sample.facts());
        assertThat(blind.retirements().get(0).light()).isEqualTo(Light.UNKNOWN);
        assertThat(blind.refusals()).containsExactly("It cannot be told who takes Secret db-v1: pods is forbidden");
    }

    @Test
    void whatIsReadOnlySaysHowMuchItWouldNeed() {
        sample.readOnly = true;
        assertThat(RotationPlanner.plan(sample.facts()).refusals())
                .containsExactly(
                        "DB user reconciliation requires 4 mutations on a readonly database",
                        "Need to create 1 migration(s) against read only database");
    }

    @Test
    void theDigestMovesWithSecretsAndLogins() {
        String before = RotationPlanner.plan(sample.facts()).digest();
        assertThat(RotationPlanner.plan(sample.facts()).digest()).isEqualTo(before);
        sample.secrets.set(
                0,
                new dev.plumbline.model.managed.CredentialSecret(
                        "db-v1", "v1", "u", "2", true, "dba_v1", new dev.plumbline.model.Secret("p")));
        assertThat(RotationPlanner.plan(sample.facts()).digest()).isNotEqualTo(before);
    }

    @Test
    void asAnyOtherPlanItHasTheSameStepsAndDigestAndNoLineTellsAPassword() {
        sample.users = Seen.of(
                List.of(new SecretUser("Pod", "old", "Running", "10.0.0.7", Map.of("db-v1", List.of("volume x")))));
        sample.sessions.add(new LoginSession(42, "dba_v1", "db", "10.0.0.7", "app", "", false));
        RotationPlan rotation = RotationPlanner.plan(sample.facts());
        Plan plan = RotationAsPlan.of(rotation, sample.facts().live().value().orElseThrow());
        assertThat(plan.digest()).isEqualTo(rotation.digest());
        assertThat(plan.steps().stream().map(Step::id).toList()).isEqualTo(ids());
        assertThat(plan.steps().stream().filter(Step::destructive).map(Step::id))
                .containsExactly("drop-role:v1", "delete-secret:v1");
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::why)
                .contains(
                        "Unable to remove user dba_v1, 1 active sessions remaining; session 42 in db from 10.0.0.7, pod old, application app");
        Map<String, String> now = RotationState.read(rotation.facts(), RotationState.versions(rotation));
        Map<String, String> after = RotationState.modelled(rotation);
        assertThat(now.keySet()).contains("login:v1", "secret:v1").doesNotContain("login:v3", "secret:v3");
        assertThat(after.keySet())
                .contains("login:v2", "login:v3", "secret:v3", "job:v3")
                .doesNotContain("login:v1", "secret:v1");
        assertThat(after)
                .containsEntry("status", "status.currentVersion  v3")
                .containsEntry("version", "alembic_version  v3");
        assertThat(now.values()).noneMatch(line -> line.contains("password"));
        rotation.steps().stream()
                .flatMap(step -> RotationState.keys(step).stream())
                .forEach(key -> assertThat(now.containsKey(key) || after.containsKey(key))
                        .as(key)
                        .isTrue());
    }
}
