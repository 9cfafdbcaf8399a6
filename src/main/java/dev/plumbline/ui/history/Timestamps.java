package dev.plumbline.ui.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as the journal shows them: UTC, to the second. */
final class Timestamps {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String utc(Instant at) {
        return SECONDS.format(at) + " UTC";
    }
}
