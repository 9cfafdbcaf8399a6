package dev.plumbline.drift.security;

import java.util.Locale;

/** How much a finding weighs, the heaviest first. INFO is nothing wrong in itself: something to know. */
public enum Severity {
    HIGH('●'),
    MEDIUM('▲'),
    LOW('◆'),
    INFO('○');

    private final char sign;

    Severity(char sign) {
        this.sign = sign;
    }

    /** A mark that differs by shape, for where colour alone must not tell. */
    public char sign() {
        return sign;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
