package dev.plumbline.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.038S, 38 ms",
        "PT4.9S, 4 s",
        "PT59S, 59 s",
        "PT60S, 1 min",
        "PT59M59S, 59 min",
        "PT2H, 2 h",
        "PT47H, 47 h",
        "PT48H, 2 d",
        "PT-3S, 0 ms"
    })
    void oneUnitIsEnough(Duration length, String shown) {
        assertThat(Age.of(length)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, just now", "-5, just now", "12, 12 s ago", "180, 3 min ago"})
    void anAgeIsNeverInTheFuture(long seconds, String shown) {
        Instant now = Instant.parse("2026-11-20T09:41:00Z");
        assertThat(Age.ago(now.minusSeconds(seconds), now)).isEqualTo(shown);
    }
}
