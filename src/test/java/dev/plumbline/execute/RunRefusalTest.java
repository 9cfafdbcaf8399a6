package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Problem;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunRefusalTest {
    private static final Set<String> OWNER_ALLOWED = Set.of(SmallPlanner.DATABASE_OWNER);
    private final Plan plan = new SmallPlanner(SampleStates.WANTED).plan(SampleStates.drifted());

    private static String code(Plan plan, Approval approval) {
        return RunRefusal.find(plan, approval).map(Problem::code).orElse("");
    }

    private Approval approval(Set<String> allowed, String typed, SafeMode mode) {
        return new Approval(plan.digest(), allowed, typed, mode, "ada");
    }

    @Test
    void aPlanThatWasApprovedAsItIsMayRun() {
        assertThat(RunRefusal.find(plan, approval(OWNER_ALLOWED, "", SafeMode.CONFIRM)))
                .isEmpty();
        assertThat(RunRefusal.find(plan, approval(OWNER_ALLOWED, "billing", SafeMode.PRODUCTION)))
                .isEmpty();
    }

    @Test
    void anApprovalOfAnotherPlanDoesNotCount() {
        Plan smaller = plan.restrictedTo(Set.of(SmallPlanner.OWNER_ROLE));
        assertThat(code(smaller, approval(OWNER_ALLOWED, "", SafeMode.CONFIRM))).isEqualTo("approval-of-another-plan");
    }

    @Test
    void aPlanWhoseStepsWereExchangedUnderItsDigestDoesNotRun() {
        Plan forged = new Plan(
                plan.target(), plan.concern(), plan.from(), plan.steps().subList(0, 1), plan.refusals(), plan.digest());
        assertThat(code(forged, approval(OWNER_ALLOWED, "", SafeMode.CONFIRM))).isEqualTo("approval-of-another-plan");
    }

    @Test
    void nothingRunsWhereReadingIsAllThatIsAllowed() {
        assertThat(code(plan, approval(OWNER_ALLOWED, "billing", SafeMode.READ_ONLY)))
                .isEqualTo("read-only");
    }

    @Test
    void productionAsksForTheNameCodePointByCodePoint() {
        for (String typed : List.of("", "Billing", "billing ", "bіlling", "billing\u200b")) {
            assertThat(code(plan, approval(OWNER_ALLOWED, typed, SafeMode.PRODUCTION)))
                    .as(typed)
                    .isEqualTo("name-not-typed");
        }
    }

    @Test
    void aDestructiveStepIsAllowedByItsOwnId() {
        assertThat(code(plan, approval(Set.of(), "", SafeMode.CONFIRM))).isEqualTo("hazard-not-allowed");
        assertThat(code(plan, approval(Set.of(SmallPlanner.OWNER_ROLE), "", SafeMode.CONFIRM)))
                .isEqualTo("hazard-not-allowed");
    }

    @Test
    void anEmptyPlanIsNoPlan() {
        Plan empty = plan.restrictedTo(Set.of());
        Approval approval = new Approval(empty.digest(), Set.of(), "", SafeMode.CONFIRM, "ada");
        assertThat(code(empty, approval)).isEqualTo("plan-empty");
    }

    @Test
    void aPlanThatRestsOnAGapIsRefusedAndTheGapNamed() {
        Snapshot from = SampleStates.drifted();
        Snapshot gap = new Snapshot(
                from.server(),
                from.database(),
                from.roles(),
                from.memberships(),
                from.schemas(),
                from.defaultPrivileges(),
                from.objects(),
                List.of(new Gap("default privileges", "42501", "permission denied")));
        Plan blind = new SmallPlanner(SampleStates.WANTED).plan(gap);
        assertThat(RunRefusal.find(blind, new Approval(blind.digest(), OWNER_ALLOWED, "", SafeMode.CONFIRM, "ada")))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.code()).isEqualTo("gap-in-plan");
                    assertThat(problem.message()).contains("default privileges");
                });
    }

    @Test
    void aPlanWithAFindingTheLoginCannotRepairNamesTheMissingGrant() {
        Plan refused = Plan.of(
                plan.target(),
                plan.concern(),
                plan.from(),
                plan.steps(),
                List.of(new Plan.Refusal("OWN-4", "The owner transfer", "it lacks SET", "GRANT o TO admin", false)));
        assertThat(RunRefusal.find(refused, new Approval(refused.digest(), OWNER_ALLOWED, "", SafeMode.CONFIRM, "ada")))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.code()).isEqualTo("right-missing");
                    assertThat(problem.message()).contains("GRANT o TO admin");
                });
    }

    @Test
    void whatOnlyAnOptionalGroupWouldNeedKeepsNothingFromRunning() {
        Plan partly = Plan.of(
                plan.target(),
                plan.concern(),
                plan.from(),
                plan.steps(),
                List.of(new Plan.Refusal("DEF-203", "Grants on t", "no grant options", "GRANT o TO admin", true)));
        assertThat(RunRefusal.find(partly, new Approval(partly.digest(), OWNER_ALLOWED, "", SafeMode.CONFIRM, "ada")))
                .isEmpty();
    }
}
