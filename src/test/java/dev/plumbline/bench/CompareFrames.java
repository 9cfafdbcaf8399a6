package dev.plumbline.bench;

import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.job.JobRunner;
import dev.plumbline.operation.IgnoreDifferences;
import dev.plumbline.operation.StructurePair;
import dev.plumbline.ui.compare.CompareController;
import dev.plumbline.ui.compare.CompareProbe;
import dev.plumbline.ui.compare.SampleComparisons;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;

/**
 * Prints the longest that the UI thread was busy between two frames, in milliseconds of processor time, while 10,000 differences arrive, are walked, scrolled and filtered.
 */
public final class CompareFrames {
    private static final int DIFFERENCES = 10_000;
    private static final int FRAMES_A_STEP = 60;

    private CompareFrames() {}

    public static void main(String[] arguments) {
        Application.launch(Played.class, arguments);
    }

    /** Apart, because Java will not start a main class that is an Application from a class path. */
    public static final class Played extends Application {
        private final ExecutorService background = Executors.newFixedThreadPool(2);
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

        @Override
        public void start(Stage stage) {
            StructurePair many = SampleComparisons.many(DIFFERENCES);
            Activity activity = new Activity(new JobRunner(background, new FxExecutor()), Clock.systemUTC());
            CompareProbe probe = new CompareProbe(many, IgnoreDifferences.Judged.NOTHING, activity);
            CompareController screen = probe.screen();
            Scene scene = new Scene(screen.root(), 1440, 900);
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
            stage.show();
            screen.activate();
            TreeView<?> tree = (TreeView<?>) scene.lookup("#tree");
            Map<String, Runnable> steps = new LinkedHashMap<>();
            steps.put("draw", () -> {});
            steps.put("arrive", probe::compare);
            steps.put("next", () -> probe.step(1));
            steps.put("next again", () -> probe.step(1));
            steps.put("5,000 on", () -> probe.step(DIFFERENCES / 2));
            steps.put("scroll", () -> tree.scrollTo(DIFFERENCES / 4));
            steps.put("filter", () -> probe.filter(DifferenceFilter.all().withText("table_77")));
            steps.put("clear", () -> probe.filter(DifferenceFilter.all()));
            steps.put("a layer", () -> probe.filter(DifferenceFilter.all().withLayers(Set.of(Layer.STRUCTURE))));
            steps.put("fold", () -> tree.getTreeItem(1).setExpanded(false));
            steps.put("unfold", () -> tree.getTreeItem(1).setExpanded(true));
            play(List.copyOf(steps.entrySet()));
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
