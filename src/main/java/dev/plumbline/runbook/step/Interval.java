package dev.plumbline.runbook.step;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time between two questions, which a cancel ends. */
final class Interval {
    private Interval() {}

    static void await(Duration time, CancelToken cancel) {
        CountDownLatch stopped = new CountDownLatch(1);
        CancelToken.Registration registration = cancel.onCancel(stopped::countDown);
        try {
            if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Cancelled();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            registration.close();
        }
    }
}
