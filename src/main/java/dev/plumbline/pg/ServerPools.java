package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The connections of the program: a small pool for readings per target, made on demand and bounded together, and sessions of their own for
 * writing. A failure to connect is told at once. Closed once, at the end.
 */
public final class ServerPools implements AutoCloseable {
    private static final int PER_TARGET = 4;
    private static final int TOGETHER = 128;

    private final PgThreads threads = new PgThreads();
    private final Connector connector = new Connector(threads);
    private final ConcurrentHashMap<ConnectionTarget, TargetPool> pools = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final int perTarget;

    public ServerPools() {
        this(PER_TARGET, TOGETHER);
    }

    public ServerPools(int perTarget, int together) {
        this.perTarget = perTarget;
        this.places = new Semaphore(together);
    }

    /**
     * Runs the work on a pooled reading session. A pooled connection that turns out to be dead is replaced and the work done once more, so
     * the work must only read. Not to be nested: a reading inside a reading could wait for itself.
     */
    public <T> T read(ConnectionTarget target, CancelToken cancel, SessionWork<T> work) {
        TargetPool pool = pools.computeIfAbsent(target, key -> new TargetPool(key, perTarget, connector, threads));
        take(places, cancel);
        try {
            take(pool.places(), cancel);
            try {
                return readOnce(pool, cancel, work);
            } finally {
                pool.places().release();
            }
        } finally {
            places.release();
        }
    }

    /** Opens a connection of its own for a run or a proof; the caller closes it. */
    public WritingSession open(ConnectionTarget target, CancelToken cancel) {
        Link link = connector.connect(target, SessionPurpose.WRITING, cancel);
        return new WritingSession(new PgSession(link, threads, 0), threads);
    }

    /** The same on another thread, with what comes first; where that fails, or nobody waits any more, the connection is closed. */
    public CompletableFuture<WritingSession> opening(
            ConnectionTarget target, Consumer<WritingSession> first, CancelToken cancel) {
        CompletableFuture<WritingSession> opening = new CompletableFuture<>();
        threads.run(() -> {
            try {
                WritingSession session = begun(open(target, cancel), first);
                if (!opening.complete(session)) {
                    session.close();
                }
            } catch (RuntimeException failure) {
                opening.completeExceptionally(failure);
            } finally {
                // Where neither came, as when memory has run out, nobody waits for ever.
                opening.cancel(false);
            }
        });
        return opening;
    }

    private static WritingSession begun(WritingSession session, Consumer<WritingSession> first) {
        boolean begun = false;
        try {
            first.accept(session);
            begun = true;
            return session;
        } finally {
            if (!begun) {
                session.close();
            }
        }
    }

    /** Closes what stands open to a target, off the caller's path; the next reading connects anew. */
    public void forget(ConnectionTarget target) {
        TargetPool pool = pools.remove(target);
        if (pool != null) {
            threads.run(pool::close);
        }
    }

    private <T> T readOnce(TargetPool pool, CancelToken cancel, SessionWork<T> work) {
        TargetPool.Borrowed borrowed = pool.borrow(cancel, false);
        try {
            return use(pool, borrowed, cancel, work);
        } catch (ProblemException failure) {
            if (borrowed.isNew() || !PgFailure.isConnectionLost(failure)) {
                throw failure;
            }
            pool.forgetIdle();
            return use(pool, pool.borrow(cancel, true), cancel, work);
        }
    }

    private <T> T use(TargetPool pool, TargetPool.Borrowed borrowed, CancelToken cancel, SessionWork<T> work) {
        int before = borrowed.isNew() ? 0 : borrowed.link().meter().roundTrips();
        boolean reusable = false;
        PgSession session = new PgSession(borrowed.link(), threads, before);
        try {
            T result = work.run(session);
            reusable = true;
            return result;
        } catch (ProblemException refusedByServer) {
            ProblemException told = LockHolders.named(refusedByServer, session, cancel);
            reusable = !PgFailure.isConnectionLost(told);
            throw told;
        } finally {
            pool.giveBack(borrowed, reusable && !cancel.isCancelled());
        }
    }

    private static void take(Semaphore places, CancelToken cancel) {
        try {
            while (!places.tryAcquire(50, TimeUnit.MILLISECONDS)) {
                cancel.check();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    @Override
    public void close() {
        pools.values().forEach(TargetPool::close);
        threads.close();
    }
}
