package dev.plumbline.cli.structure;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as a person writes it, in UTC: an age such as {@code 30m}, {@code 6h} or {@code 2d}, a day of the last week, a date, or a date and time (RFC 3339). */
final class TimeText {
    private static final Pattern AGE = Pattern.compile("(\\d{1,5})([mhd])");

    private TimeText() {}

    /** Empty when it is none of these. A day means its beginning. */
    static Optional<Instant> read(String text, Instant now) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            long number = Long.parseLong(age.group(1));
            return Optional.of(now.minus(
                    switch (age.group(2)) {
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    }));
        }
        Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (day.isPresent()) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            return Optional.of(today.with(TemporalAdjusters.previousOrSame(day.get()))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC));
        }
        return tried(() -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC))
                .or(() -> tried(() -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)))
                .or(() -> tried(() -> OffsetDateTime.parse(text).toInstant()));
    }

    private static Optional<Instant> tried(Supplier<Instant> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
