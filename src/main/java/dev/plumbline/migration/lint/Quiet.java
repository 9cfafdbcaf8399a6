package dev.plumbline.migration.lint;

import java.util.Locale;

/** Words of a statement for a message: none of them where it speaks of a password, since a report is kept and passed on, and not more than a few lines of them. */
public final class Quiet {
    private static final int MOST = 200;

    private Quiet() {}

    /** The words or their beginning, or that they are not shown. */
    public static String words(String text, String words) {
        if (isSecret(text)) {
            return "(not shown: it speaks of a password)";
        }
        return words.length() <= MOST ? words : words.substring(0, words.offsetByCodePoints(0, MOST / 2)) + "…";
    }

    static boolean isSecret(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("password")
                || lower.contains("passwd")
                || lower.contains("postgres://")
                || lower.contains("postgresql://");
    }
}
