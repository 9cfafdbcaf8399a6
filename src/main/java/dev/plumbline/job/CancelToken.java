package dev.plumbline.job;

import java.util.ArrayList;
import java.util.List;

/**
 * One wish to stop, shared by whoever asks and whoever works. Actions registered with {@link #onCancel} run once, on the thread that
 * cancels; a closed registration never runs again, and closing waits for an action that is running, so a statement may be closed after it.
 */
public final class CancelToken {
    private final List<Registration> registrations = new ArrayList<>();
    private boolean cancelled;

    public void cancel() {
        List<Registration> toRun;
        synchronized (registrations) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(registrations);
            registrations.clear();
        }
        toRun.forEach(Registration::run);
    }

    public boolean isCancelled() {
        synchronized (registrations) {
            return cancelled;
        }
    }

    /** @throws Cancelled when cancelling was asked for */
    public void check() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }

    /** Registers what stops the work; runs it at once when cancelling was already asked for. */
    public Registration onCancel(Runnable action) {
        Registration registration = new Registration(action);
        boolean now;
        synchronized (registrations) {
            now = cancelled;
            if (!now) {
                registrations.add(registration);
            }
        }
        if (now) {
            registration.run();
        }
        return registration;
    }

    private void forget(Registration registration) {
        synchronized (registrations) {
            registrations.remove(registration);
        }
    }

    public final class Registration implements AutoCloseable {
        private final Runnable action;
        private boolean closed;

        private Registration(Runnable action) {
            this.action = action;
        }

        private synchronized void run() {
            if (!closed) {
                closed = true;
                action.run();
            }
        }

        @Override
        public void close() {
            forget(this);
            synchronized (this) {
                closed = true;
            }
        }
    }
}
