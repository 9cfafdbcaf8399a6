package dev.plumbline.migration.lint;

import java.util.Locale;

/** Words of a statement for a message: none of them where it speaks of a password, since a report is kept and passed on. */
public final class Quiet {
    private Quiet() {}

    /** The words, or that they are not shown. */
    public static String words(String text, String words) {
        return isSecret(text) ? "(not shown: it speaks of a password)" : words;
    }

    static boolean isSecret(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("password")
                || lower.contains("passwd")
                || lower.contains("postgres://")
                || lower.contains("postgresql://");
    }
}
