package dev.plumbline.drift.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidUntilTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static boolean isPast(String until) {
        return ValidUntil.isPast(
                new Role(20000, Name.of("role"), false, true, false, false, true, false, false, -1, until), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25 11:59:59.999999+00,true",
        "2026-11-25 12:00:00+00,false",
        "2026-11-25 12:00:00.000001+00,false",
        "12026-01-01 00:00:00+00,false",
        "0044-03-15 12:00:00 BC+00,true",
        "-infinity,true",
        "infinity,false"
    })
    void theServersTextIsComparedToTheMicrosecond(String until, boolean past) {
        assertThat(isPast(until)).isEqualTo(past);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon"})
    void withoutAPointInTimeNothingIsPast(String until) {
        assertThat(isPast(until)).isFalse();
    }
}
