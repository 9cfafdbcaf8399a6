package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.BakeTime;
import dev.plumbline.operation.GatesReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A bake time that runs: when it ends, and how much of it has passed at any moment since it was read. */
record Baking(Instant end, long total) {
    static Optional<Baking> of(GatesReport report) {
        return report.gates()
                .bake()
                .filter(BakeTime::isWaiting)
                .map(bake -> new Baking(report.facts().now().plusSeconds(bake.remaining()), bake.total()));
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    Duration remaining(Instant now) {
        return isOver(now) ? Duration.ZERO : Duration.between(now, end);
    }

    double part(Instant now) {
        return total == 0 ? 1 : Math.max(0, 1 - remaining(now).toMillis() / (total * 1000.0));
    }

    /** {@code 0:59}, {@code 1:02:03}, {@code 6 d 23:49:58}. */
    static String words(Duration length) {
        long seconds = length.toSeconds();
        String clock = length.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        return length.toDays() == 0 ? clock : length.toDays() + " d " + clock;
    }
}
