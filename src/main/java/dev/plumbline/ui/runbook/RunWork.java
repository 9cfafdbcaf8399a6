package dev.plumbline.ui.runbook;

import dev.plumbline.job.Outcome;
import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.RunningJob;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The work on one run: one piece at a time, what is heard of it while it goes on, and why the last one failed. What is asked for while something runs is not begun. */
final class RunWork {
    private final ActivitySlot slot;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Busy> busy = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> heard = FXCollections.observableArrayList();

    /** What is being done: with which step (empty for the whole run), and whether the step itself runs. */
    record Busy(String step, boolean isRun, RunningJob job) {}

    /** What a piece of work came to. */
    record Did(RunPage page, Optional<OpenRun> opened, Map<String, Preview> seen) {
        static Did of(RunPage page) {
            return new Did(page, Optional.empty(), Map.of());
        }
    }

    /** What is to be done: its title, the step that it is about (empty for the whole run), and whether it runs that step. */
    record Task(String title, String step, boolean isRun) {}

    RunWork(Activity activity) {
        this.slot = activity.slot();
    }

    /** {@code ended} hears what it came to; what failed is a problem by then. */
    void start(Task task, Work<Did> work, Consumer<Outcome<Did>> ended) {
        if (slot.isRunning()) {
            return;
        }
        problem.set(null);
        heard.clear();
        RunningJob job = slot.start(task.title(), work, outcome -> {
            busy.set(null);
            if (outcome instanceof Outcome.Failed<Did> failed) {
                problem.set(Failures.problemOf(failed.cause(), task.title()));
            } else if (outcome instanceof Outcome.Done<Did>) {
                heard.clear();
            }
            ended.accept(outcome);
        });
        job.doing().subscribe((before, now) -> {
            if (!now.equals(task.title())) {
                heard.add(now);
            }
        });
        busy.set(new Busy(task.step(), task.isRun(), job));
    }

    /** After a failure: reads how things stand, without taking away what is told of it. */
    void readAfter(String title, Work<Did> reading, Consumer<Did> done) {
        slot.<Did>start(title, reading, after -> after.ifDone(done));
    }

    void cancel() {
        Busy now = busy.get();
        if (now != null) {
            now.job().askToStop();
        }
    }

    boolean isRunning() {
        return slot.isRunning();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Busy> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RunningJob> jobProperty() {
        return slot.current();
    }

    ObservableList<String> heard() {
        return heard;
    }
}
