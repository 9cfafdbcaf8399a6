package dev.plumbline.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a run tries to get a lock, and when it gives way to those who queue behind it. A request that waits keeps out everybody who comes later, even readers (PostgreSQL 16 manual, 13.3), so
 * it is better to wait shortly several times than long once. All of this bounds the wait for a lock; how long the lock is then held, the statement and its transaction decide.
 *
 * @param attempts at least 1
 * @param firstPause between the first and the second; doubled each time
 * @param longestPause the most that is paused
 * @param mostBehind how many sessions may wait behind a statement of ours that waits itself, before it is withdrawn
 * @param longestBehind how long one of them may
 * @param canary whether the first attempt waits a moment only, to see whether the locks are free
 */
public record LockStrategy(
        int attempts,
        Duration firstPause,
        Duration longestPause,
        int mostBehind,
        Duration longestBehind,
        boolean canary) {
    /** One attempt that waits as long as its lock timeout allows, whoever waits behind it. */
    public static final LockStrategy ONCE =
            new LockStrategy(1, Duration.ZERO, Duration.ZERO, Integer.MAX_VALUE, Duration.ofDays(1), false);
    /** What migrations use unless told otherwise. */
    public static final LockStrategy HELD =
            new LockStrategy(5, Duration.ofSeconds(1), Duration.ofSeconds(30), 10, Duration.ofSeconds(2), false);

    private static final int A_MOMENT = 100;

    public LockStrategy {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least one attempt, not " + attempts);
        }
    }

    /** After the n-th attempt, from 1. */
    public Duration pauseAfter(int attempt) {
        Duration pause = firstPause;
        for (int more = 1; more < attempt && pause.compareTo(longestPause) < 0; more++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** How long the n-th attempt waits for each lock, when it may wait {@code asked}. */
    public LockTimeout timeout(LockTimeout asked, int attempt) {
        boolean shorter = asked.milliseconds() == 0 || asked.milliseconds() > A_MOMENT;
        return canary && attempt == 1 && shorter ? new LockTimeout(A_MOMENT) : asked;
    }

    /** Whether so many sessions behind a waiting statement, of which the first came so long ago, are too many. */
    public boolean withdraws(int behind, Duration longest) {
        return behind > mostBehind || behind > 0 && longest.compareTo(longestBehind) > 0;
    }

    /** For the plan. */
    public String words(LockTimeout wait) {
        List<String> words = new ArrayList<>();
        words.add("Each statement waits at most " + shown(Duration.ofMillis(wait.milliseconds())) + " for a lock");
        if (attempts > 1) {
            words.add("is tried " + attempts + " times with pauses from " + shown(firstPause) + " to "
                    + shown(pauseAfter(attempts - 1)) + " (a transaction from its beginning)");
        }
        if (canary) {
            words.add("the first time for " + A_MOMENT + " ms only");
        }
        if (mostBehind < Integer.MAX_VALUE) {
            words.add("is withdrawn when more than " + mostBehind + " sessions wait behind it or one for more than "
                    + shown(longestBehind));
        }
        return String.join(", ", words) + ". That bounds the wait for the lock, not how long it is then held.";
    }

    /** {@code 500 ms}, {@code 3 s}, {@code 2 min}. */
    public static String shown(Duration time) {
        long ms = time.toMillis();
        if (ms != 0 && ms % 60_000 == 0) {
            return ms / 60_000 + " min";
        }
        return ms % 1_000 == 0 ? ms / 1_000 + " s" : ms + " ms";
    }
}
