package dev.plumbline.ui.overview;

import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.OwnershipReport;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.sample.SampleReports;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every state of the overview, drawn to be looked at. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class OverviewPicturesTest {
    private final SampleOverview sample = new SampleOverview();
    private final CountDownLatch hold = new CountDownLatch(1);
    private ScreenStage stage;
    private OverviewViewModel model;
    private OverviewController controller;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @AfterEach
    void letGo() {
        hold.countDown();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void driftedHealthyAndSmall(Theme theme) {
        show(theme, 1180, 760, SampleReports::drifted);
        take("overview", theme);
        show(theme, 1180, 1500, SampleReports::drifted);
        take("overview-details", theme);
        show(theme, 1180, 760, SampleReports::healthy);
        take("overview-healthy", theme);
        show(theme, 840, 560, SampleReports::partly);
        take("overview-small", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void inspectors(Theme theme, FxRobot robot) {
        sample.mode = SafeMode.PRODUCTION;
        show(theme, 1180, 760, SampleReports::drifted);
        OverviewPage page = new OverviewPage(robot, stage.scene());
        page.chooseCheck("Database owner");
        take("overview-inspector", theme);
        page.click("showPatch");
        take("overview-patch", theme);
        page.click("applyPatch");
        take("overview-patch-question", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void longNamesHostileNamesAndNothingToCheck(Theme theme) {
        show(theme, 1180, 760, SampleReports::longNames);
        take("overview-long-names", theme);
        show(theme, 1180, 760, SampleReports::hostileNames);
        take("overview-hostile-names", theme);
        show(theme, 1180, 760, SampleReports::notApplicable);
        take("overview-not-applicable", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void waitingFailingAndStale(Theme theme) {
        sample.read = (cancel, progress) -> {
            progress.report("reading the catalog of billing", 3, 5);
            hold.await(20, TimeUnit.SECONDS);
            return SampleReports.drifted();
        };
        make(theme, 1180, 760);
        until(() -> stage.scene().lookup(".progress-strip").isVisible());
        take("overview-loading", theme);
        show(theme, 1180, 760, SampleReports::unreachable);
        take("overview-unreachable", theme);
        show(theme, 1180, 760, SampleReports::drifted);
        sample.read = (cancel, progress) -> {
            throw new dev.plumbline.model.ProblemException(
                    SampleReports.unreachable().problem().orElseThrow());
        };
        ScreenStage.onFx(controller::readAgain);
        until(() -> model.reading().phase() == Reading.Phase.FAILED);
        take("overview-stale", theme);
    }

    private void show(Theme theme, double width, double height, Supplier<OwnershipReport> report) {
        sample.read = (cancel, progress) -> report.get();
        make(theme, width, height);
        until(() -> model.reading().phase() == Reading.Phase.READY);
    }

    private void make(Theme theme, double width, double height) {
        controller = stage.show(
                () -> {
                    model = sample.on(OverviewPicturesTest::inBackground, new FxExecutor());
                    return new OverviewController(model);
                },
                theme,
                width,
                height);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "sample-work");
        thread.setDaemon(true);
        thread.start();
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
