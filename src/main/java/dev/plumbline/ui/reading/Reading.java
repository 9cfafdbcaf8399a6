package dev.plumbline.ui.reading;

import dev.plumbline.job.Outcome;
import dev.plumbline.job.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.RunningJob;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A value that one screen area reads: the last one stays while the next is fetched, and a failure leaves it there too. Starting anew cancels
 * what runs. Used on the window's thread only.
 */
public final class Reading<T> {
    /** LOADING has no value to show yet; REFRESHING shows an old one; STOPPED was cancelled before there was any. */
    public enum Phase {
        EMPTY,
        LOADING,
        REFRESHING,
        READY,
        FAILED,
        STOPPED;

        public boolean isRunning() {
            return this == LOADING || this == REFRESHING;
        }
    }

    private final ActivitySlot slot;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    public Reading(Activity activity) {
        this.slot = activity.slot();
    }

    /** {@code title} is what is being done, in words: {@code reading billing}. */
    public void start(String title, Work<? extends T> work) {
        problem.set(null);
        phase.set(value.get() == null ? Phase.LOADING : Phase.REFRESHING);
        slot.<T>start(title, work::run, outcome -> end(outcome, title));
    }

    /** Cancels what runs; a value that was there stays. */
    public void stop() {
        if (phase.get().isRunning()) {
            slot.cancel();
            phase.set(withoutNews());
        }
    }

    /** Forgets the value and cancels what runs. */
    public void clear() {
        stop();
        value.set(null);
        problem.set(null);
        phase.set(Phase.EMPTY);
    }

    /** Forgets the value, which is not of what was asked for last; why that failed is still told. */
    public void forgetValue() {
        value.set(null);
    }

    private void end(Outcome<T> outcome, String title) {
        Phase ended = outcome.match(
                got -> {
                    value.set(got);
                    return Phase.READY;
                },
                failure -> {
                    problem.set(Failures.problemOf(failure, title));
                    return Phase.FAILED;
                },
                this::withoutNews);
        phase.set(ended);
    }

    private Phase withoutNews() {
        return value.get() == null ? Phase.STOPPED : Phase.READY;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public Phase phase() {
        return phase.get();
    }

    /** Invalidated by every reading, also by one that brought an equal value: listen for that, not for a change. */
    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public @Nullable T value() {
        return value.get();
    }

    /** Why the last reading failed; null while it runs and when it did not. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The job that reads now, with its progress; null when none. */
    public ReadOnlyObjectProperty<@Nullable RunningJob> jobProperty() {
        return slot.current();
    }
}
