package dev.plumbline.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until a condition holds, for what no event tells. */
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofMillis(5);

    private Await() {}

    /** The first value that the condition holds for; an error that shows the last one when none came in half a minute. */
    public static <T> T until(Supplier<T> look, Predicate<T> condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        T seen = look.get();
        while (!condition.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + LONGEST.toSeconds() + " s in vain; last seen: " + seen);
            }
            LockSupport.parkNanos(EVERY.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
