package dev.plumbline.ui.fx;

import dev.plumbline.job.JobSlot;
import dev.plumbline.job.Outcome;
import dev.plumbline.job.Work;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A {@link JobSlot} whose work is seen in the activity strip, and whose failures are listed there. Used on the window's thread only. */
public final class ActivitySlot {
    private final Activity activity;
    private final JobSlot slot;
    private final ReadOnlyObjectWrapper<@Nullable RunningJob> current = new ReadOnlyObjectWrapper<>();

    ActivitySlot(Activity activity, JobSlot slot) {
        this.activity = activity;
        this.slot = slot;
    }

    /** Starts the work; the outcome comes on the window's thread, unless something else was started here meanwhile. */
    public <T> RunningJob start(String title, Work<T> work, Consumer<Outcome<T>> outcome) {
        cancel();
        RunningJob job = activity.begin(title, slot::askToStop);
        current.set(job);
        slot.start(work, job::report, end -> {
            finish(job);
            if (end instanceof Outcome.Failed<T> failed) {
                activity.report(Failures.problemOf(failed.cause(), title));
            }
            outcome.accept(end);
        });
        return job;
    }

    /** What runs here now, null when nothing. */
    public ReadOnlyObjectProperty<@Nullable RunningJob> current() {
        return current.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return slot.isRunning();
    }

    /** Cancels what runs here and drops its outcome. */
    public void cancel() {
        slot.cancel();
        RunningJob job = current.get();
        if (job != null) {
            finish(job);
        }
    }

    private void finish(RunningJob job) {
        activity.end(job);
        if (current.get() == job) {
            current.set(null);
        }
    }
}
