package dev.plumbline.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One screen area's place for work: starting anew cancels what runs there and drops its late result. Used on the window's thread only. */
public final class JobSlot {
    private final JobRunner runner;
    private int generation;
    private boolean running;
    private @Nullable CancelToken token;

    public JobSlot(JobRunner runner) {
        this.runner = runner;
    }

    public <T> void start(Work<T> work, Progress progress, Consumer<Outcome<T>> outcome) {
        cancel();
        int mine = ++generation;
        running = true;
        token = runner.start(
                work,
                (doing, done, total) -> {
                    if (generation == mine) {
                        progress.report(doing, done, total);
                    }
                },
                end -> {
                    if (generation == mine) {
                        running = false;
                        outcome.accept(end);
                    }
                });
    }

    public boolean isRunning() {
        return running;
    }

    /** Cancels what runs here; its outcome is dropped. */
    public void cancel() {
        generation++;
        if (running && token != null) {
            token.cancel();
        }
        running = false;
    }

    /** Asks what runs here to stop and still delivers its outcome: for a run whose end must be told. */
    public void askToStop() {
        if (running && token != null) {
            token.cancel();
        }
    }
}
