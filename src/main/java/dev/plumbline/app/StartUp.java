package dev.plumbline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;

/** Tells how long opening took: process start to the second frame, and to the frame that shows the estate's contexts; then ends the program. */
final class StartUp extends AnimationTimer {
    private static final int SECOND = 2;
    private final Scene scene;
    private final Runnable end;
    private int frames;
    private long firstFrame;

    private StartUp(Scene scene, Runnable end) {
        this.scene = scene;
        this.end = end;
    }

    static void measure(Scene scene, Runnable end) {
        new StartUp(scene, end).start();
    }

    @Override
    public void handle(long now) {
        if (++frames == SECOND) {
            firstFrame = sinceStart();
        }
        if (frames >= SECOND && showsContexts()) {
            stop();
            System.out.printf(
                    Locale.ROOT,
                    "{\"firstFrameMs\":%d,\"estateMs\":%d,\"residentMb\":%d}%n",
                    firstFrame,
                    sinceStart(),
                    residentMegabytes());
            end.run();
        }
    }

    private boolean showsContexts() {
        Node tree = scene.lookup("#tree");
        return tree instanceof TreeView<?> view
                && view.getRoot() != null
                && !view.getRoot().getChildren().isEmpty();
    }

    private static long sinceStart() {
        return Duration.between(ProcessHandle.current().info().startInstant().orElseThrow(), Instant.now())
                .toMillis();
    }

    private static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }
}
