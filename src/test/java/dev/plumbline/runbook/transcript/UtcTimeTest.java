package dev.plumbline.runbook.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {
    @Test
    void readsWhatInstantsWrite() {
        Random random = new Random(7);
        long[] fractions = {0, 500_000_000, 123_000_000, 123_456_000, 123_456_789, 1};
        for (int number = 0; number < 5_000; number++) {
            Instant at = Instant.ofEpochSecond(
                    random.nextLong(-62_000_000_000L, 253_000_000_000L), fractions[number % fractions.length]);
            assertThat(UtcTime.parse(at.toString())).isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:0xZ",
                ""
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> UtcTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-01T24:00:00Z", "2026-12-31T23:59:60Z", "+12026-01-01T00:00:00Z", "2026-01-01T00:00:00.Z"
            })
    void readsOthersAsInstantsDo(String text) {
        Instant expected;
        try {
            expected = Instant.parse(text);
        } catch (DateTimeException none) {
            assertThatThrownBy(() -> UtcTime.parse(text)).isInstanceOf(DateTimeException.class);
            return;
        }
        assertThat(UtcTime.parse(text)).isEqualTo(expected);
    }
}
