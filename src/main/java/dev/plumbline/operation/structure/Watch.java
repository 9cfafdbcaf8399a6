package dev.plumbline.operation.structure;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.pg.WritingSession;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after whoever builds in a scratch database, from a session of the administrator's outside of it. Code of a file may catch what a timeout and a cancel raise and go on;
 * nothing catches the end of its connection. Ends it when a run takes too long, when it was cancelled a while ago, and when the database grows too large.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final String LARGEST = "2147483648";
    private static final StatementTimeout BRIEF = new StatementTimeout(10_000);

    private final WritingSession administrator;
    private final CancelToken cancel;
    private final Duration limit;
    private final Duration step;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** @param administrator closed with this */
    Watch(WritingSession administrator, Duration limit, CancelToken cancel) {
        this.administrator = administrator;
        this.limit = limit;
        this.step = limit.dividedBy(600).compareTo(Duration.ofMillis(100)) > 0
                ? Duration.ofSeconds(1)
                : Duration.ofMillis(100);
        this.cancel = cancel;
        this.thread = new Thread(this::run, "scratch-watch");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        long end = System.nanoTime() + limit.toNanos();
        try {
            boolean wasCancelled = false;
            while (!closed.await(step.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean stop = wasCancelled || System.nanoTime() > end;
                administrator.execute(
                        Sql.of(
                                "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usename OPERATOR(pg_catalog.=) %L"
                                        + " AND (%L OR pg_catalog.pg_database_size(datid) OPERATOR(pg_catalog.>) %s)",
                                ScratchDatabase.LOGIN.text(), Boolean.toString(stop), new Sql(LARGEST)),
                        LockTimeout.DEFAULT,
                        BRIEF,
                        new CancelToken());
                wasCancelled = cancel.isCancelled();
            }
        } catch (ProblemException gone) {
            LOG.warn(
                    "The scratch server is not watched any more: {}",
                    gone.problem().message());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            administrator.close();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
