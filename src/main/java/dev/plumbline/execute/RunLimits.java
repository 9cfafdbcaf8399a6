package dev.plumbline.execute;

import dev.plumbline.model.LockStrategy;
import java.time.Duration;

/**
 * How long a run waits: for the lock that keeps two consoles apart, between two looks at it, for a server that has gone to say whether a
 * COMMIT took effect, until a statement that still runs is asked what it waits for, and how often it tries to get the locks that its statements need.
 */
public record RunLimits(
        Duration lockWait, Duration lookEvery, Duration commitAnswer, Duration blockersAfter, LockStrategy locks) {
    public static final RunLimits DEFAULT = new RunLimits(
            Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofMillis(250));

    /** One attempt at each lock. */
    public RunLimits(Duration lockWait, Duration lookEvery, Duration commitAnswer, Duration blockersAfter) {
        this(lockWait, lookEvery, commitAnswer, blockersAfter, LockStrategy.ONCE);
    }

    public RunLimits with(LockStrategy strategy) {
        return new RunLimits(lockWait, lookEvery, commitAnswer, blockersAfter, strategy);
    }
}
