package dev.plumbline.ui.repair;

import static dev.plumbline.ui.sample.SampleSteps.plan;
import static dev.plumbline.ui.sample.SampleSteps.repair;
import static dev.plumbline.ui.sample.SampleSteps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StagedPlanTest {
    @Test
    void whatTheRepairNeedsIsInAndWhatIsOptionalIsOut() {
        StagedPlan staged =
                new StagedPlan(plan(repair("role"), step("old", StepGroup.BACKFILL, Set.of()), extra("more")));
        assertThat(chosen(staged)).containsExactly("role");
        assertThat(staged.steps()).extracting(StagedStep::runs).containsExactly(true, false, false);
    }

    @Test
    void leavingOutAPrerequisiteGreysWhatNeedsItAndSaysWhy() {
        StagedPlan staged = new StagedPlan(plan(repair("role"), repair("member", "role"), repair("rule", "member")));
        want(staged, "role", false);
        assertThat(chosen(staged)).isEmpty();
        assertThat(greyed(staged, "member")).isEqualTo("needs step 1, which is left out");
        assertThat(greyed(staged, "rule")).isEqualTo("needs step 2, which is left out");
        want(staged, "role", true);
        assertThat(chosen(staged)).containsExactly("role", "member", "rule");
        assertThat(greyed(staged, "rule")).isEmpty();
    }

    @Test
    void theOrderNeverChangesWhateverIsChosenFirst() {
        StagedPlan staged = new StagedPlan(plan(repair("a"), repair("b"), repair("c")));
        staged.steps().forEach(step -> step.wantedProperty().set(false));
        want(staged, "c", true);
        want(staged, "a", true);
        assertThat(chosen(staged)).containsExactly("a", "c");
    }

    @Test
    void aGroupIsTakenInAtOnce() {
        StagedPlan staged = new StagedPlan(plan(repair("role"), extra("x"), extra("y")));
        staged.choose(staged.ofGroup(StepGroup.EXTRA), true);
        assertThat(chosen(staged)).containsExactly("role", "x", "y");
        staged.choose(staged.ofGroup(StepGroup.EXTRA), false);
        assertThat(chosen(staged)).containsExactly("role");
    }

    @Test
    void aMembershipIsBorrowedOnlyForAStepThatNeedsItAndIsAlwaysGivenBack() {
        StagedPlan staged = new StagedPlan(plan(
                step("borrow", StepGroup.BORROW, Set.of(Hazard.ACCESS_TEMPORARY)),
                repair("owner", "borrow"),
                repair("free"),
                step("back", StepGroup.GIVE_BACK, Set.of(), "borrow")));
        assertThat(chosen(staged)).containsExactly("borrow", "owner", "free", "back");
        want(staged, "owner", false);
        assertThat(chosen(staged)).containsExactly("free");
        assertThat(greyed(staged, "borrow")).isEqualTo("no chosen step needs it");
        assertThat(staged.steps()).extracting(StagedStep::choosable).containsExactly(false, true, true, false);
    }

    @Test
    void aDestructiveStepWaitsUntilItIsAllowedOrLeftOut() {
        StagedPlan staged =
                new StagedPlan(plan(repair("role"), step("owner", StepGroup.REPAIR, Set.of(Hazard.OWNER_TRANSFER))));
        assertThat(staged.waitingForAllowance()).extracting(StagedStep::number).containsExactly(2);
        staged.step("owner").orElseThrow().allowedProperty().set(true);
        assertThat(staged.waitingForAllowance()).isEmpty();
        assertThat(staged.allowed()).containsExactly("owner");
        want(staged, "owner", false);
        assertThat(staged.allowed()).isEmpty();
    }

    @Test
    void aChoiceIsAnotherPlanWithAnotherDigestAndTheWholeIsThePlanItself() {
        Plan plan = plan(repair("a"), repair("b"));
        StagedPlan staged = new StagedPlan(plan);
        assertThat(staged.chosen().digest()).isEqualTo(plan.digest());
        want(staged, "b", false);
        assertThat(staged.chosen().digest()).isNotEqualTo(plan.digest());
        want(staged, "b", true);
        assertThat(staged.chosen().digest()).isEqualTo(plan.digest());
    }

    @Test
    void whatWasLeftOutStaysOutInAPlanMadeAgainButNothingStaysAllowed() {
        StagedPlan before = new StagedPlan(
                plan(repair("a"), step("owner", StepGroup.REPAIR, Set.of(Hazard.OWNER_TRANSFER)), extra("more")));
        want(before, "a", false);
        want(before, "more", true);
        before.step("owner").orElseThrow().allowedProperty().set(true);
        StagedPlan again = new StagedPlan(
                plan(repair("a"), step("owner", StepGroup.REPAIR, Set.of(Hazard.OWNER_TRANSFER)), extra("more")));
        again.keepChoicesOf(before);
        assertThat(chosen(again)).containsExactly("owner", "more");
        assertThat(again.allowed()).isEmpty();
    }

    private static Step extra(String id) {
        return step(id, StepGroup.EXTRA, Set.of());
    }

    private static List<String> chosen(StagedPlan staged) {
        return staged.chosen().steps().stream().map(Step::id).toList();
    }

    private static void want(StagedPlan staged, String id, boolean wanted) {
        staged.step(id).orElseThrow().wantedProperty().set(wanted);
    }

    private static String greyed(StagedPlan staged, String id) {
        return staged.step(id).orElseThrow().greyedProperty().get();
    }
}
