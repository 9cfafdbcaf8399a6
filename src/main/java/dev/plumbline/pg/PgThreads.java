package dev.plumbline.pg;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of the connections: dialling, cancelling and closing each off their caller's path, and one clock for deadlines. */
final class PgThreads implements AutoCloseable {
    private final ExecutorService workers = Executors.newCachedThreadPool(named("plumbline-pg"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("plumbline-pg-clock"));

    PgThreads() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Runs the work on a thread of its own; after closing, on the caller's, since a goodbye must not get lost. */
    void run(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException closed) {
            work.run();
        }
    }

    Future<?> after(Duration delay, Runnable work) {
        return clock.schedule(() -> run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    ScheduledExecutorService clock() {
        return clock;
    }

    static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Lets closings that began come to their end for two seconds, then stops. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
