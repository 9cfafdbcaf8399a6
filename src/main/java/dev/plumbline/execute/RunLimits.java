package dev.plumbline.execute;

import java.time.Duration;

/**
 * How long a run waits: for the lock that keeps two consoles apart, between two looks at it, for a server that has gone to say whether a
 * COMMIT took effect, and until a statement that still runs is asked what it waits for.
 */
public record RunLimits(Duration lockWait, Duration lookEvery, Duration commitAnswer, Duration blockersAfter) {
    public static final RunLimits DEFAULT = new RunLimits(
            Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofMillis(250));
}
