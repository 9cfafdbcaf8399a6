package dev.plumbline.pg;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the round trips of one connection where they happen: each time something is sent after something was received. */
final class WireMeter {
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
    private volatile boolean sending;

    void dialled() {
        roundTrips.incrementAndGet();
        sending = false;
    }

    void sent() {
        if (!sending) {
            sending = true;
            roundTrips.incrementAndGet();
        }
    }

    void received() {
        sending = false;
        lastAnswer.set(System.nanoTime());
    }

    int roundTrips() {
        return roundTrips.get();
    }

    long nanosSinceLastAnswer() {
        return System.nanoTime() - lastAnswer.get();
    }
}
