package dev.plumbline.bench;

import dev.plumbline.job.JobRunner;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.privileges.PrivilegesController;
import dev.plumbline.ui.privileges.PrivilegesMode;
import dev.plumbline.ui.privileges.PrivilegesViewModel;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.sample.SampleSteps;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;

/**
 * Prints how long the UI thread was busy between two frames, in milliseconds of processor time, while the matrix of 2,000 roles and 21,000 objects is made,
 * filtered and scrolled a page a frame. Processor time, so that other processes do not count.
 */
public final class MatrixFrames {
    private static final int ROLES = 2_000;
    private static final int OBJECTS = 21_000;
    private static final int FRAMES_A_STEP = 120;

    private MatrixFrames() {}

    public static void main(String[] arguments) {
        Application.launch(Played.class, arguments);
    }

    /** Apart, because Java will not start a main class that is an Application from a class path. */
    public static final class Played extends Application {
        private final ExecutorService background = Executors.newFixedThreadPool(2);
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

        private record Step(String name, DoubleConsumer frame) {}

        @Override
        public void start(Stage stage) {
            AccessReport report = SampleAccess.large(ROLES, OBJECTS);
            Activity activity = new Activity(new JobRunner(background, new FxExecutor()), Clock.systemUTC());
            AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> report, activity)
                    .apply(SampleSteps.BILLING);
            PrivilegesViewModel model = new PrivilegesViewModel(reading, (name, text) -> {}, question -> {}, activity);
            PrivilegesController screen = new PrivilegesController(model, "large", new Stager(new Staging(), "test"));
            Scene scene = new Scene(screen.root(), 1180, 760);
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
            stage.show();
            screen.activate();
            play(List.of(
                    new Step("one role", part -> {}),
                    new Step("matrix", part -> model.choice().mode().set(PrivilegesMode.MATRIX)),
                    new Step("scroll down", part -> scroll(scene, Orientation.VERTICAL, part)),
                    new Step("scroll sideways", part -> scroll(scene, Orientation.HORIZONTAL, part)),
                    new Step("scroll back", part -> scroll(scene, Orientation.VERTICAL, 1 - part)),
                    new Step("filter", part -> model.choice().objectsLike().set("table_77")),
                    new Step("by privilege", part -> {
                        model.choice().objectsLike().set("");
                        model.choice().privilege().set("INSERT");
                    })));
        }

        private static void scroll(Scene scene, Orientation way, double part) {
            scene.lookup("#cells").lookupAll(".scroll-bar").stream()
                    .map(ScrollBar.class::cast)
                    .filter(bar -> bar.getOrientation() == way)
                    .forEach(bar -> bar.setValue(part * bar.getMax()));
        }

        private void play(List<Step> steps) {
            new AnimationTimer() {
                private final List<Long> spent = new ArrayList<>();
                private int frame;
                private long before = threads.getCurrentThreadCpuTime();

                @Override
                public void handle(long now) {
                    long time = threads.getCurrentThreadCpuTime();
                    spent.add(time - before);
                    before = time;
                    int step = frame / FRAMES_A_STEP;
                    if (frame % FRAMES_A_STEP == 0 && step > 0) {
                        report(steps.get(step - 1).name());
                    }
                    if (step == steps.size()) {
                        stop();
                        Platform.exit();
                    } else {
                        steps.get(step).frame().accept(frame % FRAMES_A_STEP / (double) FRAMES_A_STEP);
                    }
                    frame++;
                }

                private void report(String name) {
                    Collections.sort(spent);
                    System.out.printf(
                            "%-16s median %5.1f ms  p95 %5.1f ms  longest %5.1f ms%n",
                            name,
                            spent.get(spent.size() / 2) / 1e6,
                            spent.get(spent.size() * 95 / 100) / 1e6,
                            spent.get(spent.size() - 1) / 1e6);
                    spent.clear();
                }
            }.start();
        }

        @Override
        public void stop() {
            background.shutdownNow();
        }
    }
}
