package dev.plumbline.model;

/** libpq's {@code sslmode} (PostgreSQL manual 34.19). */
public enum SslMode {
    DISABLE("disable"),
    ALLOW("allow"),
    PREFER("prefer"),
    REQUIRE("require"),
    VERIFY_CA("verify-ca"),
    VERIFY_FULL("verify-full");

    private final String word;

    SslMode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static SslMode of(String word) {
        for (SslMode mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("sslmode \"" + Visible.text(word)
                + "\" is none of disable, allow, prefer, require, verify-ca, verify-full");
    }
}
