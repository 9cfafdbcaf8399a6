package dev.plumbline.ui.control;

import java.util.Locale;

/** Spans of time in the few words that fit beside something. */
public final class Elapsed {
    private Elapsed() {}

    /** "0.4 s", "12 s", "3 min 5 s", "2 h 10 min", "6 d". */
    public static String words(long millis) {
        long seconds = millis / 1000;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 48 * 3600) {
            return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
        }
        return seconds / (24 * 3600) + " d";
    }
}
