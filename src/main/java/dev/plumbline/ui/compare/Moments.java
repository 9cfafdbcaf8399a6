package dev.plumbline.ui.compare;

import dev.plumbline.operation.structure.StructureKeeper.Kept;
import dev.plumbline.ui.fx.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time and kept states in words: UTC, to the second. */
final class Moments {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "EEE uuuu-MM-dd HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    static String utc(Instant at) {
        return SECONDS.format(at) + " UTC";
    }

    static String shown(Kept kept) {
        return kept.first().equals(kept.last())
                ? utc(kept.first())
                : Texts.get("compare.lasted", utc(kept.first()), utc(kept.last()));
    }
}
