package dev.plumbline.bench;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.graph.GraphWorlds;
import dev.plumbline.job.JobRunner;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.FxExecutor;
import dev.plumbline.ui.fx.Theme;
import dev.plumbline.ui.roles.RolesController;
import dev.plumbline.ui.roles.RolesExports;
import dev.plumbline.ui.roles.RolesViewModel;
import dev.plumbline.ui.staging.Stager;
import dev.plumbline.ui.staging.Staging;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/**
 * Prints how long frames take while the graph of 2,000 roles and 20,000 edges is panned and zoomed: processor time of the UI thread, and time
 * from frame to frame, in which the drawing thread's work shows. Software rendering is chosen by {@code -Dprism.order=sw}.
 */
public final class GraphFrames {
    private static final int WARM_UP = 60;
    private static final int FRAMES = 120;

    private GraphFrames() {}

    public static void main(String[] arguments) {
        Application.launch(Played.class, arguments);
    }

    /** Apart, because Java will not start a main class that is an Application from a class path. */
    public static final class Played extends Application {
        private final ExecutorService background = Executors.newFixedThreadPool(2);
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

        @Override
        public void start(Stage stage) {
            AccessSnapshot snapshot = GraphWorlds.large().snapshot();
            ResourceRef ref = new ResourceRef("bench", "dbops.dbprovision.io", "databases", "bench", "large");
            AccessReport report = new AccessReport(
                    snapshot,
                    EffectivePrivileges.of(snapshot),
                    new OwnershipModel.None(),
                    new PlanTarget(ref, "", snapshot.catalog().server()),
                    new ConnectionSummary(snapshot.catalog().server(), "", 0, SslMode.DISABLE, "", 1),
                    Instant.EPOCH);
            Activity activity = new Activity(new JobRunner(background, new FxExecutor()), Clock.systemUTC());
            AccessReading reading = AccessReading.shared(asked -> (cancel, progress) -> report, activity)
                    .apply(ref);
            RolesController screen = new RolesController(
                    new RolesViewModel(reading, new RolesExports((name, text) -> {}, (name, bytes) -> {}), activity),
                    new Stager(new Staging(), "bench"));
            Scene scene = new Scene(screen.root(), 1440, 860);
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
            stage.show();
            screen.activate();
            new Player(screen.root().lookup(".graph"), threads).start();
        }

        @Override
        public void stop() {
            background.shutdownNow();
        }
    }

    private static final class Player extends AnimationTimer {
        private final Node graph;
        private final ThreadMXBean threads;
        private final double[] spent = new double[FRAMES];
        private final double[] between = new double[FRAMES];
        private int frame = -WARM_UP;
        private int act;
        private long lastSpent;
        private long lastFrame;

        private Player(Node graph, ThreadMXBean threads) {
            this.graph = graph;
            this.threads = threads;
        }

        @Override
        public void handle(long now) {
            long processor = threads.getCurrentThreadCpuTime();
            if (frame > 0) {
                spent[frame - 1] = (processor - lastSpent) / 1e6;
                between[frame - 1] = (now - lastFrame) / 1e6;
            }
            if (frame == FRAMES) {
                report();
                frame = -WARM_UP;
                act++;
                if (act == 4) {
                    stop();
                    Platform.exit();
                    return;
                }
            }
            move();
            frame++;
            lastSpent = processor;
            lastFrame = now;
        }

        private void move() {
            if (frame == -WARM_UP) {
                Event.fireEvent(graph, key(KeyCode.DIGIT0, false, true));
                for (int step = 0; act >= 2 && step < 8; step++) {
                    Event.fireEvent(graph, key(KeyCode.PLUS, false, true));
                }
            } else if (act % 2 == 0) {
                Event.fireEvent(graph, key(frame % 40 < 20 ? KeyCode.DOWN : KeyCode.UP, true, false));
            } else {
                double turn = Math.floorMod(frame, 40) < 20 ? 40 : -40;
                Event.fireEvent(graph, wheel(turn));
            }
        }

        private static KeyEvent key(KeyCode code, boolean shift, boolean control) {
            return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
        }

        private static ScrollEvent wheel(double turn) {
            return new ScrollEvent(
                    ScrollEvent.SCROLL,
                    700,
                    400,
                    700,
                    400,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    turn,
                    0,
                    turn,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null);
        }

        private void report() {
            if (act == 0) {
                System.out.println(
                        "| ms | processor, median | longest | frame to frame, median | longest |\n|---|--:|--:|--:|--:|");
            }
            String[] acts = {"pan, all in view", "zoom, all in view", "pan, readable", "zoom, readable"};
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                    acts[act],
                    median(spent),
                    Arrays.stream(spent).max().orElse(0),
                    median(between),
                    Arrays.stream(between).max().orElse(0));
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
