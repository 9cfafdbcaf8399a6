package dev.plumbline.drift.gate;

import dev.plumbline.model.upgrade.MetricCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The wait before the checks after a migration: the longest {@code bakeSeconds} of them, counted from the end of the Job. */
public record BakeTime(long total, long elapsed) {
    static BakeTime of(List<MetricCheck> post, Instant completed, Instant now) {
        long total = post.stream().mapToLong(MetricCheck::bakeSeconds).max().orElse(0);
        return new BakeTime(total, Math.max(Duration.between(completed, now).toSeconds(), 0));
    }

    public long remaining() {
        return Math.max(total - elapsed, 0);
    }

    public boolean isWaiting() {
        return remaining() > 0;
    }

    public String message() {
        return "Bake time: " + elapsed + "/" + total + " seconds elapsed";
    }
}
