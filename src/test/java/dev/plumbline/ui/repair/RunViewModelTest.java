package dev.plumbline.ui.repair;

import static dev.plumbline.ui.sample.SampleSteps.plan;
import static dev.plumbline.ui.sample.SampleSteps.repair;
import static dev.plumbline.ui.sample.SampleSteps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome;
import dev.plumbline.plan.RunOutcome.StepOutcome.State;
import dev.plumbline.plan.StepGroup;
import dev.plumbline.ui.fx.Activity;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunViewModelTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Activity activity = new Activity(new JobRunner(background::add, Runnable::run), Clock.systemUTC());
    private final RunViewModel run = new RunViewModel(activity, Runnable::run);
    private final StagedPlan staged =
            new StagedPlan(plan(repair("role"), repair("member", "role"), step("old", StepGroup.BACKFILL, Set.of())));

    @Test
    void stepsGoFromWaitingToExecutedAndStandOnlyAtTheEnd() {
        start((plan, approval, listener, cancel) -> {
            assertThat(progress())
                    .containsExactly(StepProgress.WAITING, StepProgress.WAITING, StepProgress.NOT_STARTED);
            listener.phase("taking the lock");
            assertThat(doing()).isEqualTo("taking the lock");
            listener.starting(plan.steps().get(0), 1, 2);
            assertThat(progress()).startsWith(StepProgress.RUNNING, StepProgress.WAITING);
            assertThat(doing()).isEqualTo("step 1 of 2");
            listener.ended(outcome("role", State.STANDS));
            assertThat(progress()).startsWith(StepProgress.EXECUTED, StepProgress.WAITING);
            return end(RunOutcome.Ending.VERIFIED, outcome("role", State.STANDS), outcome("member", State.STANDS));
        });
        assertThat(run.phase()).isEqualTo(RunViewModel.Phase.ENDED);
        assertThat(progress()).containsExactly(StepProgress.STANDS, StepProgress.STANDS, StepProgress.NOT_STARTED);
        assertThat(activity.running()).isEmpty();
    }

    @Test
    void aFailureRollsBackWhatHadBeenExecutedAndKeepsTheServersAnswer() {
        start((plan, approval, listener, cancel) -> end(
                RunOutcome.Ending.FAILED,
                outcome("role", State.ROLLED_BACK),
                new StepOutcome("member", State.FAILED, "42501", "permission denied", Duration.ZERO)));
        assertThat(progress()).startsWith(StepProgress.ROLLED_BACK, StepProgress.FAILED);
        assertThat(staged.step("member").orElseThrow().answerProperty().get()).isEqualTo("42501 permission denied");
    }

    @Test
    void stoppingCancelsTheWorkAndTheEndIsStillTold() {
        run.start(staged, approval(), (plan, approval, listener, cancel) -> {
            assertThat(cancel.isCancelled()).isFalse();
            run.stop();
            assertThat(cancel.isCancelled()).isTrue();
            assertThat(run.phase()).isEqualTo(RunViewModel.Phase.STOPPING);
            return end(RunOutcome.Ending.CANCELLED, outcome("role", State.ROLLED_BACK));
        });
        background.remove().run();
        assertThat(run.phase()).isEqualTo(RunViewModel.Phase.ENDED);
        assertThat(Objects.requireNonNull(run.result()).outcome().ending()).isEqualTo(RunOutcome.Ending.CANCELLED);
    }

    @Test
    void aRunThatIsStoppedBeforeItBeginsLeavesEverythingAsItWas() {
        run.start(staged, approval(), (plan, approval, listener, cancel) -> {
            throw new AssertionError("must not begin");
        });
        run.stop();
        background.remove().run();
        assertThat(run.phase()).isEqualTo(RunViewModel.Phase.IDLE);
        assertThat(progress())
                .containsExactly(StepProgress.NOT_STARTED, StepProgress.NOT_STARTED, StepProgress.NOT_STARTED);
    }

    @Test
    void aRunThatCouldNotSayHowItEndedClaimsNothingAboutAnyStep() {
        start((plan, approval, listener, cancel) -> {
            listener.ended(outcome("role", State.STANDS));
            throw new IllegalStateException("the journal's disk is full");
        });
        assertThat(progress()).containsExactly(StepProgress.UNKNOWN, StepProgress.UNKNOWN, StepProgress.NOT_STARTED);
        assertThat(run.result()).isNull();
        assertThat(Objects.requireNonNull(run.problemProperty().get()).answer()).contains("disk is full");
    }

    @Test
    void whatTheRunTellsAfterItsEndIsDropped() {
        RunListener[] kept = new RunListener[1];
        start((plan, approval, listener, cancel) -> {
            kept[0] = listener;
            return end(RunOutcome.Ending.FAILED, outcome("role", State.FAILED));
        });
        kept[0].starting(staged.chosen().steps().get(0), 1, 2);
        assertThat(progress()).startsWith(StepProgress.FAILED);
    }

    private void start(PlanRun work) {
        run.start(staged, approval(), work);
        background.remove().run();
    }

    private dev.plumbline.plan.Approval approval() {
        return new ApprovalViewModel(staged.chosen(), Set.of(), SafeMode.CONFIRM, "ada").approval();
    }

    private List<StepProgress> progress() {
        return staged.steps().stream()
                .map(step -> step.progressProperty().get())
                .toList();
    }

    private String doing() {
        return Objects.requireNonNull(run.jobProperty().get()).doing().get();
    }

    static StepOutcome outcome(String id, State state) {
        return new StepOutcome(id, state, "", "", Duration.ofMillis(4));
    }

    static RepairResult end(RunOutcome.Ending ending, StepOutcome... steps) {
        return new RepairResult(
                new RunOutcome(
                        ending,
                        Arrays.asList(steps),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Duration.ofMillis(312),
                        "run-1"),
                Recording.NOTHING);
    }
}
