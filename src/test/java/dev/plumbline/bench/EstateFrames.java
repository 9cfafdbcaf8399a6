package dev.plumbline.bench;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.PlumblineWindow;
import dev.plumbline.ui.WindowParts;
import dev.plumbline.ui.fake.FakeEstate;
import dev.plumbline.ui.fake.FakeScreen;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.settings.SettingsActions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;

/**
 * Prints the longest that the UI thread was busy between two frames, in milliseconds of processor time, while 10,000 resources of one namespace are
 * unfolded, scrolled and filtered. Processor time, so that other processes do not count.
 */
public final class EstateFrames {
    private static final int RESOURCES = 10_000;
    private static final int FRAMES_A_STEP = 60;

    private EstateFrames() {}

    public static void main(String[] arguments) {
        Application.launch(Played.class, arguments);
    }

    /** Apart, because Java will not start a main class that is an Application from a class path. */
    public static final class Played extends Application {
        private final ExecutorService background = Executors.newFixedThreadPool(2);
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

        @Override
        public void start(Stage stage) {
            new PlumblineWindow(new WindowParts(
                            new JobRunner(background, new FxExecutor()),
                            new FakeEstate()
                                    .add("prod", true, SafeMode.CONFIRM, resources())
                                    .actions(),
                            new SettingsActions(
                                    (cancel, progress) -> List.of(), asked -> (cancel, progress) -> asked, ""),
                            around -> FakeScreen.screens(),
                            LayoutMemory.passing(),
                            Clock.systemUTC()))
                    .showOn(stage);
            TreeView<?> tree = (TreeView<?>) stage.getScene().lookup("#tree");
            TextField filter = (TextField) stage.getScene().lookup("#filter");
            Map<String, Runnable> steps = new LinkedHashMap<>();
            steps.put("arrive", () -> {});
            steps.put("unfold", () -> tree.getTreeItem(1).setExpanded(true));
            steps.put("scroll", () -> tree.scrollTo(RESOURCES / 2));
            steps.put("filter", () -> filter.setText("orders-77"));
            steps.put("filter all", () -> filter.setText("orders"));
            steps.put("clear", filter::clear);
            play(List.copyOf(steps.entrySet()));
        }

        private static List<dev.plumbline.model.EstateResource> resources() {
            return IntStream.range(0, RESOURCES)
                    .mapToObj(i -> FakeEstate.database("prod", "team", "orders-" + i, "Ready", i % 5 == 0))
                    .toList();
        }

        private void play(List<Map.Entry<String, Runnable>> steps) {
            new AnimationTimer() {
                private int frame;
                private long before = threads.getCurrentThreadCpuTime();
                private long longest;

                @Override
                public void handle(long now) {
                    long spent = threads.getCurrentThreadCpuTime();
                    longest = Math.max(longest, spent - before);
                    before = spent;
                    if (frame % FRAMES_A_STEP == 0) {
                        report(frame / FRAMES_A_STEP - 1);
                        begin(frame / FRAMES_A_STEP);
                    }
                    frame++;
                }

                private void report(int step) {
                    if (step >= 0) {
                        System.out.printf("%-12s %5.1f ms%n", steps.get(step).getKey(), longest / 1e6);
                    }
                    longest = 0;
                }

                private void begin(int step) {
                    if (step == steps.size()) {
                        stop();
                        Platform.exit();
                    } else {
                        steps.get(step).getValue().run();
                    }
                }
            }.start();
        }

        @Override
        public void stop() {
            background.shutdownNow();
        }
    }
}
