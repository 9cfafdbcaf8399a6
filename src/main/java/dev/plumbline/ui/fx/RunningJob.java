package dev.plumbline.ui.fx;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job as the window shows it. {@code total} is 0 while it is not known; {@code startedAt} is in milliseconds since 1970. */
public final class RunningJob {
    private final String title;
    private final long startedAt;
    private final Runnable stop;
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper();

    RunningJob(String title, long startedAt, Runnable stop) {
        this.title = title;
        this.startedAt = startedAt;
        this.stop = stop;
        doing.set(title);
    }

    public String title() {
        return title;
    }

    public long startedAt() {
        return startedAt;
    }

    public ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty done() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty ended() {
        return ended.getReadOnlyProperty();
    }

    /** Asks the work to stop; it ends when it has. */
    public void askToStop() {
        if (!ended.get() && !stopping.get()) {
            stopping.set(true);
            stop.run();
        }
    }

    void report(String nowDoing, int nowDone, int nowTotal) {
        doing.set(nowDoing.isEmpty() ? title : nowDoing);
        total.set(nowTotal);
        done.set(nowDone);
    }

    void end() {
        ended.set(true);
    }
}
