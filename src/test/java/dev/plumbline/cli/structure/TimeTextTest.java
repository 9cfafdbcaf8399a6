package dev.plumbline.cli.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    /** A Friday. */
    private static final Instant NOW = Instant.parse("2026-11-27T10:15:00Z");

    @ParameterizedTest
    @CsvSource({
        "30m,                       2026-11-27T09:45:00Z",
        "6h,                        2026-11-27T04:15:00Z",
        "2d,                        2026-11-25T10:15:00Z",
        "tuesday,                   2026-11-24T00:00:00Z",
        "FRIDAY,                    2026-11-27T00:00:00Z",
        "2026-11-24,                2026-11-24T00:00:00Z",
        "2026-11-24T08:00,          2026-11-24T08:00:00Z",
        "2026-11-24T08:00:00+02:00, 2026-11-24T06:00:00Z"
    })
    void aTimeAsAPersonWritesIt(String text, Instant time) {
        assertThat(TimeText.read(text, NOW)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2d3h", "-2d", "999999d", "2026-13-01", "24.11.2026"})
    void whatIsNoneIsNone(String text) {
        assertThat(TimeText.read(text, NOW)).isEmpty();
    }
}
