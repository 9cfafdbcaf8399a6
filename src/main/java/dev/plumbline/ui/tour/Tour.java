package dev.plumbline.ui.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Goes from stop to stop, frame by frame on the UI thread, and never waits there: each frame looks whether the next stop is ready. A stop must be
 * ready in several frames on end, so that the picture shows a window at rest. A stop that never gets ready ends the tour with what it waited for.
 */
final class Tour extends AnimationTimer {
    private static final int CALM_FRAMES = 20;
    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;
    private final Deque<Stop> stops;
    private final Hand hand;
    private final Path folder;
    private final Consumer<String> ended;
    private int calm;
    private long waitingSince;

    /** @param ended hears an empty text at the end of the tour, or what a stop waited for in vain */
    Tour(List<Stop> stops, Hand hand, Path folder, Consumer<String> ended) {
        this.stops = new ArrayDeque<>(stops);
        this.hand = hand;
        this.folder = folder;
        this.ended = ended;
    }

    @Override
    public void handle(long now) {
        Stop stop = stops.peek();
        if (stop == null) {
            end("");
            return;
        }
        if (waitingSince == 0) {
            waitingSince = now;
        }
        calm = stop.ready().getAsBoolean() ? calm + 1 : 0;
        if (calm >= CALM_FRAMES) {
            stops.remove();
            calm = 0;
            waitingSince = 0;
            visit(stop);
        } else if (now - waitingSince > LONGEST_WAIT_NANOS) {
            takePicture("stuck");
            end("The tour waited a minute in vain for " + stop.waitingFor());
        }
    }

    private void visit(Stop stop) {
        if (!stop.picture().isEmpty()) {
            takePicture(stop.picture());
        }
        stop.act().run();
    }

    private void takePicture(String name) {
        try {
            Files.createDirectories(folder);
            Png.write(hand.picture(), folder.resolve(name + ".png"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void end(String why) {
        stop();
        ended.accept(why);
    }
}
