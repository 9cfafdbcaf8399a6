package dev.plumbline.ui.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.DirectPlace;
import dev.plumbline.operation.migration.MigrationChoice;
import dev.plumbline.operation.migration.PlannedMigrations;
import dev.plumbline.ui.NeedsDisplay;
import dev.plumbline.ui.Pictures;
import dev.plumbline.ui.ScreenStage;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.reading.Reading;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A reading that takes long tells what it does and can be cancelled. */
@SuppressWarnings("NullAway.Init")
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class MigrationsReadingTest {
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final DirectPlace place = new DirectPlace("shop");
    private ScreenStage stage;
    private MigrationsViewModel model;

    @Start
    void start(Stage primary) {
        stage = new ScreenStage(primary);
    }

    @AfterEach
    void stop() {
        background.shutdownNow();
    }

    @Test
    void aLongReadingIsSeenAndCancelled(FxRobot robot) throws Exception {
        LayoutMemory memory = LayoutMemory.passing();
        memory.put("migrations.shop", Path.of("migrations").toString());
        stage.show(() -> screen(memory), Theme.DARK, 1100, 700);
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, this::isCancellable));
        Pictures.take(stage.scene(), "migrations-loading-dark");
        assertThat(words()).contains("parsing 3_more.sql", "3 of 12");
        robot.clickOn("Cancel");
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> model.judged().phase() == Reading.Phase.STOPPED));
        ScreenStage.settle();
        assertThat(words()).contains("Reading was cancelled");
        Pictures.take(stage.scene(), "migrations-stopped-dark");
    }

    private boolean isCancellable() {
        Node strip = stage.scene().lookup("#progress");
        return strip.isVisible() && strip.lookup(".button").isVisible();
    }

    private String words() {
        return String.join(
                "\n",
                stage.scene().getRoot().lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList());
    }

    private MigrationsController screen(LayoutMemory memory) {
        Activity activity = new Activity(new JobRunner(background, Platform::runLater), Clock.systemUTC());
        model = new MigrationsViewModel(
                "shop", new MigrationDesk(place, memory), actions(), () -> Instant.EPOCH, () -> {}, () -> {}, activity);
        return new MigrationsController(model, memory);
    }

    private static MigrationActions actions() {
        return new MigrationActions(
                choice -> (cancel, progress) -> {
                    progress.report("parsing 3_more.sql", 3, 12);
                    CountDownLatch asked = new CountDownLatch(1);
                    cancel.onCancel(asked::countDown);
                    asked.await();
                    cancel.check();
                    throw new IllegalStateException("nobody cancelled the reading of " + choice);
                },
                judged -> (cancel, progress) -> judged,
                judged -> (cancel, progress) -> judged,
                MigrationsReadingTest::unplanned,
                (planned, approval, seen, listener, cancel) -> {
                    throw new IllegalStateException("nothing is run here");
                },
                choice -> (cancel, progress) -> {
                    throw new IllegalStateException("nothing is tried here: " + choice);
                },
                (trial, approval, listener, cancel) -> {
                    throw new IllegalStateException("nothing is tried here");
                },
                (directory, statement, rewrite) -> (cancel, progress) -> {
                    throw new IllegalStateException("nothing is written here");
                },
                (choice, statement, rewrite, shown, inPlace) -> (cancel, progress) -> List.of(),
                Optional::empty);
    }

    private static Work<PlannedMigrations> unplanned(MigrationChoice choice) {
        return (cancel, progress) -> {
            throw new IllegalStateException("nothing is planned here: " + choice);
        };
    }
}
