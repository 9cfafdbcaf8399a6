package dev.plumbline.drift.security;

import dev.plumbline.model.Role;
import dev.plumbline.model.Visible;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VALID UNTIL as the server's text in UTC, compared with an instant. It bounds the password alone, not the role (manual CREATE ROLE). */
final class ValidUntil {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{4,6})-(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d+)?( BC)?\\+00(?::00)?");

    private ValidUntil() {}

    /** False for a role without one, for {@code infinity}, and for text that is no point in time. */
    static boolean isPast(Role role, Instant now) {
        String text = role.validUntil();
        if (text == null || text.equals("infinity")) {
            return false;
        }
        if (text.equals("-infinity")) {
            return true;
        }
        Matcher parts = TEXT.matcher(text);
        return parts.matches() && instant(parts).isBefore(now);
    }

    static String shown(Role role) {
        return Visible.text(Objects.requireNonNullElse(role.validUntil(), ""));
    }

    private static Instant instant(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        int nanos = parts.group(7) == null
                ? 0
                : new BigDecimal("0" + parts.group(7)).movePointRight(9).intValue();
        return LocalDateTime.of(
                        parts.group(8) == null ? year : 1 - year,
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4)),
                        Integer.parseInt(parts.group(5)),
                        Integer.parseInt(parts.group(6)),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }
}
