package dev.plumbline.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PreviewRow;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.sample.SampleReports;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepairViewModelTest {
    private final SampleRepair sample = new SampleRepair();

    @Test
    void planningStagesWhatTheRepairNeedsAndShowsItsLines() {
        RepairViewModel model = planned();
        assertThat(model.footerProperty().get().counts()).startsWith("21 of ");
        assertThat(model.footerProperty().get().target()).contains("database billing on PostgreSQL 17.11 as postgres");
        assertThat(model.footerProperty().get().digest()).matches("[0-9a-f]{4} [0-9a-f]{4}");
        assertThat(model.after().dryRun().lines())
                .extracting(PreviewRow::after)
                .contains("ROLE db_billing_app LOGIN INHERIT");
        assertThat(model.planned().ageProperty().get()).isEqualTo("read 12 s ago");
        assertThat(model.after().badgeProperty().get()).isEqualTo(AfterBadge.MODELLED);
    }

    @Test
    void aStepLightsExactlyTheLinesItChangesAndALineTheStepsThatChangeIt() {
        RepairViewModel model = planned();
        Step owner = destructive(model).step();
        model.after().dryRun().lightStep(owner.id());
        List<PreviewRow> lit = model.after().dryRun().lines().stream()
                .filter(model.after().dryRun()::isLit)
                .toList();
        assertThat(lit).hasSize(1);
        assertThat(lit.get(0).now()).isEqualTo("DATABASE billing OWNER postgres");
        assertThat(lit.get(0).after()).isEqualTo("DATABASE billing OWNER db_billing_owner");
        model.after().dryRun().lightNothing();
        model.after().dryRun().lightLine(lit.get(0));
        assertThat(model.after().dryRun().litProperty().get()).containsExactly(owner.id());
    }

    @Test
    void nothingRunsBeforeEachDestructiveStepIsAllowedOrLeftOut() {
        RepairViewModel model = planned();
        assertThat(model.footerProperty().get().refusal())
                .isEqualTo("Step 3 is destructive: allow it, or leave it out.");
        model.askApproval();
        assertThat(model.approvalProperty().get()).isNull();
        destructive(model).allowedProperty().set(true);
        assertThat(model.footerProperty().get().refusal()).isEmpty();
        destructive(model).allowedProperty().set(false);
        destructive(model).wantedProperty().set(false);
        assertThat(model.footerProperty().get().refusal()).isEmpty();
    }

    @Test
    void theApprovalNamesThePlanThatRunsAndNoOther() {
        List<Approval> approvals = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        sample.run = (plan, approval, listener, cancel) -> {
            approvals.add(approval);
            plans.add(plan);
            return SampleRuns.verified(plan, listener);
        };
        RepairViewModel model = planned();
        model.staged()
                .steps()
                .get(model.staged().steps().size() - 1)
                .wantedProperty()
                .set(true);
        run(model);
        assertThat(approvals.get(0).planDigest()).isEqualTo(plans.get(0).digest());
        assertThat(approvals.get(0).by()).isEqualTo("ada@desk");
        assertThat(approvals.get(0).mode()).isEqualTo(SafeMode.CONFIRM);
        assertThat(approvals.get(0).allowedDestructive())
                .contains(destructive(model).step().id());
    }

    @Test
    void onProductionTheNameMustBeTypedBeforeAnythingRuns() {
        sample.mode = SafeMode.PRODUCTION;
        RepairViewModel model = planned();
        destructive(model).allowedProperty().set(true);
        model.askApproval();
        model.approve();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.IDLE);
        Objects.requireNonNull(model.approvalProperty().get()).typedProperty().set("billing");
        model.approve();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.ENDED);
    }

    @Test
    void inAReadOnlyContextNothingRunsAndNothingIsProvedButAllIsShown() {
        sample.mode = SafeMode.READ_ONLY;
        RepairViewModel model = planned();
        destructive(model).allowedProperty().set(true);
        assertThat(model.footerProperty().get().refusal()).contains("read-only");
        assertThat(model.proveRefusal()).contains("read-only");
        model.askApproval();
        assertThat(model.approvalProperty().get()).isNull();
        model.export(RepairExports.Kind.FIX_SCRIPT);
        assertThat(sample.offered).hasSize(1);
    }

    @Test
    void aContextThatBecomesMoreCarefulIsHeardUpToTheLastMoment() {
        RepairViewModel model = planned();
        destructive(model).allowedProperty().set(true);
        model.askApproval();
        sample.mode = SafeMode.PRODUCTION;
        model.approve();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.IDLE);
        assertThat(Objects.requireNonNull(model.approvalProperty().get()).asksForName())
                .isTrue();
        sample.mode = SafeMode.READ_ONLY;
        Objects.requireNonNull(model.approvalProperty().get()).typedProperty().set("billing");
        model.approve();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.IDLE);
        assertThat(model.approvalProperty().get()).isNull();
        assertThat(model.footerProperty().get().refusal()).contains("read-only");
    }

    @Test
    void aProofIsShownAndForgottenWithTheNextChoice() {
        RepairViewModel model = planned();
        model.prove();
        assertThat(model.after().badgeProperty().get().text()).isEqualTo("proved ✓ rolled back in 38 ms");
        destructive(model).wantedProperty().set(false);
        assertThat(model.after().badgeProperty().get()).isEqualTo(AfterBadge.MODELLED);
    }

    @Test
    void aProofThatFailedSaysSo() {
        Problem refused = problem();
        sample.proof = (cancel, progress) ->
                new Proof(Optional.empty(), Optional.of(refused), Optional.of("x"), Duration.ofMillis(4));
        RepairViewModel model = planned();
        model.prove();
        assertThat(model.after().badgeProperty().get().kind()).isEqualTo(AfterBadge.Kind.NOT_PROVED);
    }

    @Test
    void afterTheRunTheThirdPaneHoldsWhatWasReallyRead() {
        RepairViewModel model = planned();
        model.staged().choose(model.staged().steps(), true);
        run(model);
        assertThat(model.after().badgeProperty().get().pane()).isEqualTo("Actually now");
        assertThat(model.after().badgeProperty().get().text()).isEqualTo("zero differences ✓");
        assertThat(model.resultWords().orElseThrow().headline()).startsWith("Repaired and read again");
        assertThat(sample.ended).isEqualTo(1);
        assertThat(model.footerProperty().get().refusal())
                .isEqualTo("This plan was run. Plan again to see what is left.");
        model.showRecord();
        assertThat(sample.recordsShown).containsExactly("20261120T094112Z-7c1f");
    }

    @Test
    void whatWasLeftOutIsStillCountedAfterTheRun() {
        RepairViewModel model = planned();
        destructive(model).wantedProperty().set(false);
        run(model);
        assertThat(model.after().badgeProperty().get().kind()).isEqualTo(AfterBadge.Kind.DIFFERENCES);
    }

    @Test
    void aFailedRunSaysWhichStepWhatWasRolledBackAndThatNothingChanged() {
        sample.run = (plan, approval, listener, cancel) -> SampleRuns.failed(plan, 3);
        RepairViewModel model = planned();
        run(model);
        RunResultWords words = model.resultWords().orElseThrow();
        assertThat(words.headline()).isEqualTo("Step 3 failed");
        assertThat(words.standing())
                .isEqualTo("2 steps were rolled back, 1 failed, 18 were not run. The database is as it was before.");
        assertThat(destructive(model).answerProperty().get()).startsWith("42501 must be able to SET ROLE");
        assertThat(model.after().badgeProperty().get().kind()).isNotEqualTo(AfterBadge.Kind.ZERO_DIFFERENCES);
    }

    @Test
    void everyEndingHasWordsAndOnlyAVerifiedOneIsGood() {
        RepairViewModel model = planned();
        for (RunOutcome.Ending ending : RunOutcome.Ending.values()) {
            RunResultWords words = RunResultWords.of(
                    SampleRuns.result(
                            ending,
                            List.of(),
                            Optional.empty(),
                            model.staged().plan(),
                            model.staged().plan().from()),
                    model.staged(),
                    ReviewWords.REPAIR);
            assertThat(words.headline()).isNotBlank();
            assertThat(words.good()).isEqualTo(ending == RunOutcome.Ending.VERIFIED);
        }
    }

    @Test
    void whatCannotBeLeftOutIsOnlyToBeAllowed() {
        StagedPlan whole = new StagedPlan(planned().staged().plan(), Optional.of(new Whole()));
        Footer footer = Footer.of(
                whole, SafeMode.CONFIRM, RunViewModel.Phase.IDLE, Reading.Phase.READY, ReviewWords.MIGRATIONS);
        assertThat(footer.refusal()).isEqualTo("Step 3 is destructive: allow it.");
        assertThat(AfterBadge.of(null, null, Optional.of(new Whole())).text()).isEqualTo("run on a scratch server");
    }

    @Test
    void whatWasAllowedIsHeldBackNoMore() {
        Footer.HazardCount held = new Footer.HazardCount(Hazard.HELD_BACK, 1);
        StagedPlan staged = new StagedPlan(heldBack(planned().staged().plan()), Optional.of(new Whole()));
        assertThat(footer(staged).hazards()).contains(held);
        StagedStep step = staged.waitingForAllowance().get(0);
        assertThat(StepWords.chips(step)).extracting(StepWords.Chip::text).contains("held back");
        step.allowedProperty().set(true);
        assertThat(footer(staged).hazards()).doesNotContain(held);
        assertThat(StepWords.chips(step)).extracting(StepWords.Chip::text).contains("allowed");
    }

    private static Footer footer(StagedPlan staged) {
        return Footer.of(
                staged, SafeMode.CONFIRM, RunViewModel.Phase.IDLE, Reading.Phase.READY, ReviewWords.MIGRATIONS);
    }

    /** The same plan, its destructive step held back for another reason. */
    private static Plan heldBack(Plan plan) {
        List<Step> steps = plan.steps().stream()
                .map(step -> !step.destructive()
                        ? step
                        : new Step(
                                step.id(),
                                step.group(),
                                step.checkCode(),
                                step.reason(),
                                step.sql(),
                                step.undo(),
                                step.undoNote(),
                                Set.of(Hazard.HELD_BACK),
                                step.lock(),
                                step.lockTimeout(),
                                step.statementTimeout(),
                                step.transactional(),
                                step.requires(),
                                step.change(),
                                step.warnings(),
                                step.bracket()))
                .toList();
        return Plan.of(plan.target(), plan.concern(), plan.from(), steps, plan.refusals());
    }

    /** A plan of which nothing can be left out, predicted elsewhere. */
    private static final class Whole implements StructureDetail {
        @Override
        public List<PreviewRow> rows(Plan chosen, boolean ran) {
            return List.of();
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.empty();
        }

        @Override
        public List<StepNote> noted(String stepId) {
            return List.of();
        }

        @Override
        public boolean isWhole() {
            return true;
        }

        @Override
        public Optional<String> basis() {
            return Optional.of("run on a scratch server");
        }
    }

    @Test
    void planningAgainClearsTheResultAndKeepsWhatWasLeftOut() {
        RepairViewModel model = planned();
        destructive(model).wantedProperty().set(false);
        run(model);
        sample.read = (cancel, progress) -> SampleReports.drifted();
        model.plan();
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.IDLE);
        assertThat(model.resultWords()).isEmpty();
        assertThat(destructive(model).runs()).isFalse();
        assertThat(model.footerProperty().get().refusal()).isEmpty();
    }

    @Test
    void aDatabaseWithoutACatalogHasNoPlanAndSaysWhy() {
        sample.read = (cancel, progress) -> SampleReports.notApplicable();
        RepairViewModel model = sample.atOnce();
        model.plan();
        assertThat(model.planning().phase()).isEqualTo(Reading.Phase.FAILED);
        assertThat(Objects.requireNonNull(model.planning().problemProperty().get())
                        .answer())
                .startsWith("Database uses direct ownership");
        sample.read = (cancel, progress) -> SampleReports.unreachable();
        model.plan();
        assertThat(Objects.requireNonNull(model.planning().problemProperty().get())
                        .code())
                .isEqualTo("08001");
    }

    @Test
    void aPlanWhoseCatalogCouldNotBeReadAgainIsKeptButDoesNotRun() {
        RepairViewModel model = planned();
        destructive(model).allowedProperty().set(true);
        sample.read = (cancel, progress) -> {
            throw new ProblemException(problem());
        };
        model.plan();
        assertThat(model.staged().steps()).isNotEmpty();
        assertThat(model.footerProperty().get().refusal()).isEqualTo("The catalog could not be read again.");
    }

    @Test
    void whileItRunsNothingIsPlannedAnewAndTheStopIsHeard() {
        Deque<Runnable> background = new ArrayDeque<>();
        RepairViewModel model = sample.on(background::add, Runnable::run);
        model.plan();
        drain(background);
        destructive(model).allowedProperty().set(true);
        model.askApproval();
        model.approve();
        StagedPlan running = model.staged();
        model.plan();
        assertThat(model.run().isRunning()).isTrue();
        assertThat(model.footerProperty().get().refusal()).isEqualTo("A run is under way.");
        drain(background);
        assertThat(model.staged()).isSameAs(running);
        assertThat(model.run().phase()).isEqualTo(RunViewModel.Phase.ENDED);
    }

    @Test
    void scriptsAreOfTheChosenStepsAndTheirFilesNameThePlan() {
        RepairViewModel model = planned();
        destructive(model).wantedProperty().set(false);
        model.export(RepairExports.Kind.FIX_SCRIPT);
        model.export(RepairExports.Kind.UNDO_SCRIPT);
        model.export(RepairExports.Kind.MARKDOWN);
        String digest = model.staged().chosen().digest().substring(0, 8);
        assertThat(sample.offered)
                .containsExactly(
                        "billing-repair-" + digest + ".sql: fix of 20",
                        "billing-repair-" + digest + ".undo.sql: undo",
                        "billing-repair-" + digest + ".md: markdown");
    }

    @Test
    void aFileNameHoldsNothingOfAHostileNameButLettersAndDigits() {
        Plan plan = SampleReports.plan(SampleReports.hostileNames());
        assertThat(RepairExports.fileName(plan, ReviewWords.REPAIR)).matches("billingDROPTABLEx---repair-[0-9a-f]{8}");
    }

    @Test
    void optionalGroupsStartOff() {
        sample.read = (cancel, progress) -> SampleReports.partly();
        RepairViewModel model = planned();
        assertThat(model.staged().ofGroup(StepGroup.BACKFILL)).isNotEmpty().noneMatch(StagedStep::runs);
        assertThat(model.staged().ofGroup(StepGroup.EXTRA)).isNotEmpty().noneMatch(StagedStep::runs);
        assertThat(model.staged().ofGroup(StepGroup.REAPPLY)).isNotEmpty().noneMatch(StagedStep::runs);
        assertThat(PlanRow.of(model.staged()).stream().filter(PlanRow.Head.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private RepairViewModel planned() {
        RepairViewModel model = sample.atOnce();
        model.plan();
        return model;
    }

    private static void run(RepairViewModel model) {
        model.staged()
                .waitingForAllowance()
                .forEach(step -> step.allowedProperty().set(true));
        model.askApproval();
        model.approve();
    }

    private static StagedStep destructive(RepairViewModel model) {
        return model.staged().steps().stream()
                .filter(step ->
                        step.step().id().contains("owner") && step.step().destructive())
                .findFirst()
                .orElseThrow();
    }

    private static void drain(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static Problem problem() {
        return new Problem(Problem.Kind.UNREACHABLE, "08006", "Reading", "billing", "connection lost", "Try again.");
    }
}
