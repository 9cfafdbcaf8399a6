package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets a token stop a statement: a cancel request goes out on a thread of its own, and a reading whose server does not obey in time loses its
 * wire. A writing session keeps its wire, for only over it can be learnt what stands.
 */
final class RunningStatement implements AutoCloseable {
    private static final Duration OBEDIENCE = Duration.ofMillis(150);

    private final Link link;
    private final PgThreads threads;
    private CancelToken.@Nullable Registration registration;
    private @Nullable Future<?> drop;
    private boolean ended;
    private boolean cancelUnderWay;

    RunningStatement(Link link, PgThreads threads) {
        this.link = link;
        this.threads = threads;
    }

    /** From now on the token stops the statement. */
    void obey(CancelToken token) {
        token.check();
        registration = token.onCancel(() -> threads.run(this::cancel));
    }

    private void cancel() {
        synchronized (this) {
            if (ended) {
                return;
            }
            cancelUnderWay = true;
            if (link.purpose() == SessionPurpose.READING) {
                drop = threads.after(OBEDIENCE, this::dropWire);
            }
        }
        sendCancel();
        synchronized (this) {
            cancelUnderWay = false;
            notifyAll();
        }
    }

    /** Not by the statement's own cancel: whoever runs the statement would have to wait for that. */
    private void sendCancel() {
        try {
            link.connection().cancelQuery();
        } catch (SQLException alreadyOver) {
            return;
        }
    }

    private synchronized void dropWire() {
        if (!ended) {
            link.abort();
        }
    }

    /** After this no cancel can hit the next statement: a writing session waits for a request that is on its way. */
    @Override
    public synchronized void close() {
        if (registration != null) {
            registration.close();
        }
        if (drop != null) {
            drop.cancel(false);
        }
        ended = true;
        try {
            while (cancelUnderWay && link.purpose() == SessionPurpose.WRITING) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
