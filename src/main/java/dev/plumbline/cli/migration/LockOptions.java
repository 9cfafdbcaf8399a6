package dev.plumbline.cli.migration;

import dev.plumbline.cli.call.TimeSpan;
import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.LockTimeout;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What a run may do to get its locks. */
final class LockOptions {
    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = TimeSpan.Converter.class,
            description =
                    "how long a statement waits for a lock, which says nothing of how long it is held (default: 5s)")
    private TimeSpan lockTimeout = new TimeSpan(5_000);

    @Option(
            names = "--lock-attempts",
            paramLabel = "N",
            description =
                    "how often a statement or file that got no lock is tried, with pauses that double from 1 s to 30 s (default: 5)")
    private int attempts = LockStrategy.HELD.attempts();

    @Option(
            names = "--max-waiters",
            paramLabel = "N",
            description = "give way when more sessions wait behind a statement that waits itself (default: 10)")
    private int waiters = LockStrategy.HELD.mostBehind();

    @Option(
            names = "--max-wait-behind",
            paramLabel = "TIME",
            converter = TimeSpan.Converter.class,
            description = "give way when one of them waits longer (default: 2s)")
    private TimeSpan behind =
            new TimeSpan((int) LockStrategy.HELD.longestBehind().toMillis());

    @Option(names = "--canary", description = "wait 100 ms only the first time, to see whether the locks are free")
    private boolean canary;

    LockTimeout timeout() {
        return new LockTimeout(lockTimeout.milliseconds());
    }

    LockStrategy strategy() {
        return new LockStrategy(
                Math.max(1, attempts),
                LockStrategy.HELD.firstPause(),
                LockStrategy.HELD.longestPause(),
                waiters,
                Duration.ofMillis(behind.milliseconds()),
                canary);
    }
}
