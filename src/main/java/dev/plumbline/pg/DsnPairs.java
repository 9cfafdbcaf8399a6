package dev.plumbline.pg;

import dev.plumbline.model.Visible;

/** Reads {@code key = 'value'} pairs (PostgreSQL manual 34.1.1.1): blanks around the sign, single quotes, backslash escapes. */
final class DsnPairs {
    private final String text;
    private int at;

    private DsnPairs(String text) {
        this.text = text;
    }

    static DsnSettings parse(String text) {
        return new DsnPairs(text).settings();
    }

    private DsnSettings settings() {
        DsnSettings settings = new DsnSettings();
        skipBlanks();
        while (at < text.length()) {
            String key = key();
            settings.put(key, value(key));
            skipBlanks();
        }
        return settings;
    }

    private String key() {
        int from = at;
        while (at < text.length() && text.charAt(at) != '=' && !isBlank(text.charAt(at))) {
            at++;
        }
        int to = at;
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != '=' || to == from) {
            throw DsnFault.of(
                    "a \"=\" is missing after the word at character " + (from + 1) + ".",
                    "Write key=value pairs, or a URI that begins with postgresql://.");
        }
        at++;
        skipBlanks();
        return text.substring(from, to);
    }

    private String value(String key) {
        boolean quoted = at < text.length() && text.charAt(at) == '\'';
        at += quoted ? 1 : 0;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !ends(quoted)) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (quoted && at >= text.length()) {
            throw DsnFault.of("the quoted value of " + Visible.text(key) + " does not end.", "Close the quote.");
        }
        at += quoted ? 1 : 0;
        return value.toString();
    }

    private boolean ends(boolean quoted) {
        return quoted ? text.charAt(at) == '\'' : isBlank(text.charAt(at));
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }
}
