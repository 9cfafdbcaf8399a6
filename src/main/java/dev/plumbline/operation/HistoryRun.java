package dev.plumbline.operation;

import java.time.Instant;
import java.util.List;

/**
 * A run as the journal tells it. {@code finished} is false for one whose console ended before it did; {@code next} then says what to do.
 * {@code outcome} is the journal's word for how it ended, empty when unfinished.
 */
public record HistoryRun(
        String id,
        Instant begunAt,
        String by,
        String target,
        String planDigest,
        String outcome,
        int statements,
        boolean finished,
        String next,
        List<HistoryEntry> entries) {
    public HistoryRun {
        entries = List.copyOf(entries);
    }

    /** One journal entry; {@code hash} is its link in the chain. */
    public record HistoryEntry(long sequence, Instant at, String kind, String text, String hash) {}
}
