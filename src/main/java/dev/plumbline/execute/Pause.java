package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait that ends when its time is over or its token is cancelled. */
public final class Pause {
    private Pause() {}

    /** @throws Cancelled when cancelling was asked for before or during the wait */
    public static void of(Duration time, CancelToken cancel) {
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
