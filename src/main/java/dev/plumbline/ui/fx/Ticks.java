package dev.plumbline.ui.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** The passing of seconds, for ages and elapsed times on a screen that is shown. */
public final class Ticks {
    private Ticks() {}

    /** Runs the action now and every second until the subscriptions are closed. */
    public static void everySecond(Subscriptions subscriptions, Runnable action) {
        Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), event -> action.run()));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        subscriptions.add(seconds::stop);
        action.run();
    }
}
