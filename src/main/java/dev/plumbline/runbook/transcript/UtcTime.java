package dev.plumbline.runbook.transcript;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads times as {@link Instant#toString} writes those of four-digit years, many times faster than the formatter; any other as {@link Instant#parse} does. */
final class UtcTime {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int DIGITS_OF_NANOS = 9;

    private UtcTime() {}

    /** @throws DateTimeException when it is no such time */
    static Instant parse(String text) {
        if (!isPlain(text)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return Instant.ofEpochSecond(day * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second, nanos(text));
    }

    private static boolean isPlain(String text) {
        int end = text.length() - 1;
        int fraction = end - FORM.length();
        if (fraction < 0
                || text.charAt(end) != 'Z'
                || fraction == 1
                || fraction > DIGITS_OF_NANOS + 1
                || fraction > 0 && text.charAt(FORM.length()) != '.') {
            return false;
        }
        for (int at = 0; at < end; at++) {
            char wanted = at < FORM.length() ? FORM.charAt(at) : at == FORM.length() ? '.' : '0';
            char letter = text.charAt(at);
            if (wanted == '0' ? letter < '0' || letter > '9' : letter != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int nanos(String text) {
        int from = FORM.length() + 1;
        int end = text.length() - 1;
        int nanos = end > from ? number(text, from, end) : 0;
        for (int digits = Math.max(end - from, 0); digits < DIGITS_OF_NANOS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }
}
