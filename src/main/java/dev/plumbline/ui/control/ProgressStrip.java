package dev.plumbline.ui.control;

import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows a job once it takes longer than 200 ms, and its progress and a way to stop it once it takes longer than 2 s. */
public final class ProgressStrip extends HBox {
    private static final long WORDS_AFTER = 200;
    private static final long CANCEL_AFTER = 2_000;
    private final ElidedLabel doing = new ElidedLabel();
    private final ProgressBar bar = new ProgressBar();
    private final Label count = new Label();
    private final Button cancel = new Button(Texts.get("cancel"));
    private final Subscriptions subscriptions = new Subscriptions();
    private final Timeline ticks = new Timeline(new KeyFrame(Duration.millis(WORDS_AFTER / 2.0), event -> show()));
    private @Nullable RunningJob job;

    public ProgressStrip() {
        getStyleClass().add("progress-strip");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        cancel.getStyleClass().add("quiet");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> askToStop());
        ticks.setCycleCount(Animation.INDEFINITE);
        getChildren().addAll(doing, bar, count, cancel);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Follows this job, or nothing. */
    public void setJob(@Nullable RunningJob next) {
        subscriptions.close();
        ticks.stop();
        job = next;
        if (next != null) {
            subscriptions.watch(this::show, next.doing(), next.done(), next.total(), next.stopping(), next.ended());
            ticks.play();
        }
        show();
    }

    private void askToStop() {
        if (job != null) {
            job.askToStop();
        }
    }

    private void show() {
        RunningJob now = job;
        if (now == null || now.ended().get()) {
            ticks.stop();
            setVisible(false);
            return;
        }
        long elapsed = System.currentTimeMillis() - now.startedAt();
        boolean counted = now.total().get() > 0;
        boolean isLong = elapsed >= CANCEL_AFTER;
        setVisible(elapsed >= WORDS_AFTER);
        doing.setText(now.doing().get());
        bar.setProgress(counted ? (double) now.done().get() / now.total().get() : ProgressBar.INDETERMINATE_PROGRESS);
        count.setText(
                counted ? Texts.get("progress.of", now.done().get(), now.total().get()) : "");
        if (isLong) {
            count.setText((count.getText() + "  " + Elapsed.words(elapsed)).strip());
        }
        cancel.setVisible(isLong);
        cancel.setDisable(now.stopping().get());
        cancel.setText(Texts.get(now.stopping().get() ? "cancelling" : "cancel"));
    }
}
