package dev.plumbline.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on the background executor and delivers exactly one outcome on the window's executor. This is the job boundary: the only place
 * where a broad exception is caught, and logged once.
 */
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private final Executor background;
    private final Executor window;
    private final Set<CancelToken> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public JobRunner(Executor background, Executor window) {
        this.background = background;
        this.window = window;
    }

    /** Starts the work; both callbacks run on the window's executor. */
    public <T> CancelToken start(Work<T> work, Progress progress, Consumer<Outcome<T>> outcome) {
        CancelToken cancel = new CancelToken();
        Progress onWindow = (doing, done, total) -> window.execute(() -> progress.report(doing, done, total));
        running.add(cancel);
        if (closed) {
            cancel.cancel();
        }
        background.execute(() -> {
            Outcome<T> end = run(work, cancel, onWindow);
            running.remove(cancel);
            window.execute(() -> outcome.accept(end));
        });
        return cancel;
    }

    /** Cancels what runs, and from now on whatever is started: what the work uses is closed next. */
    @Override
    public void close() {
        closed = true;
        running.forEach(CancelToken::cancel);
    }

    private static <T> Outcome<T> run(Work<T> work, CancelToken cancel, Progress progress) {
        try {
            cancel.check();
            return new Outcome.Done<>(work.run(cancel, progress));
        } catch (Cancelled stopped) {
            return new Outcome.Stopped<>();
        } catch (Exception failure) {
            if (cancel.isCancelled()) {
                LOG.debug("work failed while being cancelled", failure);
                return new Outcome.Stopped<>();
            }
            LOG.warn("work failed", failure);
            return new Outcome.Failed<>(failure);
        } catch (LinkageError | AssertionError failure) {
            LOG.error("work failed", failure);
            return new Outcome.Failed<>(failure);
        }
    }
}
