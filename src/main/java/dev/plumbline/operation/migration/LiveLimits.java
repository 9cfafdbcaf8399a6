package dev.plumbline.operation.migration;

import java.time.Duration;

/**
 * From when on a table counts as large or heavily written, and a transaction as old.
 *
 * @param rows as the server estimates them
 * @param writes rows a second
 * @param sample how long writing is watched, at least; it goes on while the migrations are traced
 */
public record LiveLimits(long rows, double writes, Duration oldTransaction, Duration sample) {
    public static final LiveLimits USUAL = new LiveLimits(100_000, 20, Duration.ofSeconds(30), Duration.ofSeconds(2));
}
