package dev.plumbline.kube.api;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait that a cancel ends at once. */
public final class Pause {
    private Pause() {}

    /** @throws Cancelled when the token is cancelled before the time is over */
    @SuppressWarnings("try")
    public static void forTime(Duration time, CancelToken cancel) {
        CountDownLatch woken = new CountDownLatch(1);
        try (CancelToken.Registration onCancel = cancel.onCancel(woken::countDown)) {
            if (woken.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Cancelled();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }
}
