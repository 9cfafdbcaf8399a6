package dev.plumbline.ui.repair;

import dev.plumbline.ui.control.Elapsed;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.RunningJob;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import java.time.Clock;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A run as it goes: what is being done, how far, for how long, and a way to stop it from the first moment on. */
final class RunBar extends HBox {
    /** Of what is being done: whom a lock is waited for stands at its beginning, and a whole statement at its end. */
    private static final double MOST_HEIGHT = 54;

    private final Clock clock;
    private final ElidedLabel doing = new ElidedLabel();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label count = new Label();
    private final Button cancel = new Button();
    private final Subscriptions following = new Subscriptions();
    private @Nullable RunningJob job;

    RunBar(Clock clock, Runnable stop) {
        this.clock = clock;
        getStyleClass().add("run-bar");
        doing.getStyleClass().add("heading");
        HBox.setHgrow(doing, Priority.ALWAYS);
        doing.setMaxWidth(Double.MAX_VALUE);
        doing.setWrapText(true);
        doing.setTextOverrun(OverrunStyle.ELLIPSIS);
        doing.setMinHeight(Region.USE_PREF_SIZE);
        doing.setMaxHeight(MOST_HEIGHT);
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setId("stopRun");
        cancel.getStyleClass().add("destructive");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> stop.run());
        getChildren().addAll(doing, bar, count, cancel);
        setJob(null);
    }

    /** Follows this job, or nothing. */
    void setJob(@Nullable RunningJob next) {
        following.close();
        job = next;
        setVisible(next != null);
        setManaged(next != null);
        if (next != null) {
            following.watch(this::show, next.doing(), next.done(), next.total(), next.stopping());
        }
    }

    /** The passing of time: the elapsed time is written anew. */
    void tick() {
        show();
    }

    private void show() {
        RunningJob now = job;
        if (now != null) {
            int total = now.total().get();
            doing.setText(now.doing().get());
            bar.setProgress(total > 0 ? (double) now.done().get() / total : ProgressBar.INDETERMINATE_PROGRESS);
            String steps = total > 0 ? Texts.get("progress.of", now.done().get(), total) + "  " : "";
            count.setText(steps + Elapsed.words(clock.millis() - now.startedAt()));
            cancel.setText(Texts.get(now.stopping().get() ? "cancelling" : "repair.stop"));
            cancel.setDisable(now.stopping().get());
        }
    }
}
