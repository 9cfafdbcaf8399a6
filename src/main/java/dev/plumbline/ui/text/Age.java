package dev.plumbline.ui.text;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the one unit that matters: {@code 12 s ago}, {@code 6 d ago}. */
public final class Age {
    private Age() {}

    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.toSeconds() < 1 ? "just now" : of(age) + " ago";
    }

    /** A duration in its largest whole unit: {@code 38 ms}, {@code 4 s}, {@code 3 min}, {@code 2 h}, {@code 6 d}. */
    public static String of(Duration length) {
        if (length.toMillis() < 1000) {
            return Math.max(0, length.toMillis()) + " ms";
        }
        if (length.toSeconds() < 60) {
            return length.toSeconds() + " s";
        }
        if (length.toMinutes() < 60) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < 48 ? length.toHours() + " h" : length.toDays() + " d";
    }
}
