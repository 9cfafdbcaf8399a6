package dev.plumbline.ui.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.sample.SampleReports;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every state of the repair, drawn to be looked at; what a picture cannot be without is asserted. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RepairPicturesTest {
    private final ExecutorService background = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sample-work");
        thread.setDaemon(true);
        return thread;
    });
    private final SampleRepair sample = new SampleRepair();
    private final CountDownLatch hold = new CountDownLatch(1);
    private ScreenStage stage;
    private RepairViewModel model;
    private RepairController controller;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @AfterEach
    void end() {
        hold.countDown();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aPlanAsItComesAndProved(Theme theme) {
        show(theme, 1180, 760, SampleReports::drifted);
        take("repair", theme);
        ScreenStage.onFx(() -> model.after()
                .dryRun()
                .lightStep(model.staged().steps().get(2).step().id()));
        ScreenStage.onFx(model::prove);
        until(() -> model.after().badgeProperty().get().kind() == AfterBadge.Kind.PROVED);
        take("repair-proved", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void optionalGroupsAndNarrowing(Theme theme) {
        show(theme, 1180, 760, SampleReports::partly);
        take("repair-groups", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aSmallWindow(Theme theme) {
        show(theme, 840, 560, SampleReports::drifted);
        take("repair-small", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void longNamesAndHostileOnes(Theme theme) {
        show(theme, 1180, 760, SampleReports::longNames);
        take("repair-long-names", theme);
        show(theme, 1180, 760, SampleReports::hostileNames);
        take("repair-hostile-names", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatThisLoginMayNotDo(Theme theme) {
        show(theme, 1180, 760, SampleReports::seenByAdmin);
        take("repair-refusals", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingToRepairAndReadOnly(Theme theme) {
        show(theme, 1180, 760, SampleReports::healthy);
        take("repair-nothing", theme);
        sample.mode = SafeMode.READ_ONLY;
        show(theme, 1180, 760, SampleReports::drifted);
        take("repair-read-only", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waitingFailingAndStale(Theme theme) {
        showOf(theme, held());
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> stage.scene().lookup(".instead .progress-strip").isVisible());
        take("repair-loading", theme);
        show(theme, 1180, 760, SampleReports::unreachable);
        take("repair-unreachable", theme);
        show(theme, 1180, 760, SampleReports::drifted);
        sample.read = (cancel, progress) -> SampleReports.unreachable();
        ScreenStage.onFx(controller::readAgain);
        until(() -> model.planning().phase() == Reading.Phase.FAILED);
        take("repair-stale", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theQuestionBeforeTheRun(Theme theme) {
        show(theme, 1180, 760, SampleReports::drifted);
        allowAll();
        ScreenStage.onFx(model::askApproval);
        take("repair-approval", theme);
        sample.mode = SafeMode.PRODUCTION;
        show(theme, 840, 560, SampleReports::drifted);
        allowAll();
        ScreenStage.onFx(() -> {
            model.askApproval();
            java.util.Objects.requireNonNull(model.approvalProperty().get())
                    .typedProperty()
                    .set("b\u0456ll");
        });
        take("repair-approval-production", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void running(Theme theme) {
        sample.run = (plan, approval, listener, cancel) -> {
            for (int index = 0; index < 3; index++) {
                listener.starting(
                        plan.steps().get(index), index + 1, plan.steps().size());
                if (index < 2) {
                    listener.ended(RunViewModelTest.outcome(
                            plan.steps().get(index).id(), dev.plumbline.plan.RunOutcome.StepOutcome.State.STANDS));
                }
            }
            hold.await(20, TimeUnit.SECONDS);
            return SampleRuns.verified(plan, listener);
        };
        run(theme);
        until(() -> model.staged().steps().get(2).progressProperty().get() == StepProgress.RUNNING);
        take("repair-running", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void doneAndFailed(Theme theme) {
        run(theme);
        until(() -> model.run().phase() == RunViewModel.Phase.ENDED);
        take("repair-done", theme);
        assertThat(model.after().badgeProperty().get().pane()).isEqualTo("Actually now");
        sample.run = (plan, approval, listener, cancel) -> SampleRuns.failed(plan, 3);
        run(theme);
        until(() -> model.run().phase() == RunViewModel.Phase.ENDED);
        take("repair-failed", theme);
    }

    private void run(Theme theme) {
        show(theme, 1180, 760, SampleReports::drifted);
        allowAll();
        ScreenStage.onFx(model::askApproval);
        ScreenStage.onFx(model::approve);
    }

    private void allowAll() {
        ScreenStage.onFx(() -> model.staged()
                .waitingForAllowance()
                .forEach(step -> step.allowedProperty().set(true)));
    }

    private Work<OwnershipReport> held() {
        return (cancel, progress) -> {
            progress.report("reading the catalog of billing", 3, 5);
            hold.await(20, TimeUnit.SECONDS);
            return SampleReports.drifted();
        };
    }

    private void show(Theme theme, double width, double height, Supplier<OwnershipReport> report) {
        sample.read = (cancel, progress) -> report.get();
        make(theme, width, height);
        until(() -> !model.planning().phase().isRunning()
                && !model.after().dryRun().computing().phase().isRunning());
    }

    private void showOf(Theme theme, Work<OwnershipReport> work) {
        sample.read = work;
        make(theme, 1180, 760);
    }

    private void make(Theme theme, double width, double height) {
        controller = stage.show(
                () -> {
                    model = sample.on(background, new FxExecutor());
                    return new RepairController(model, LayoutMemory.passing(), Clock.systemUTC());
                },
                theme,
                width,
                height);
    }

    private void take(String name, Theme theme) {
        ScreenStage.settle();
        Pictures.take(stage.scene(), name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }

    private static void until(BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds::getAsBoolean);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("did not come in 20 s", late);
        }
        ScreenStage.settle();
    }
}
