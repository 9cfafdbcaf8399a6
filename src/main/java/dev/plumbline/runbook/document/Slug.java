package dev.plumbline.runbook.document;

import java.util.Locale;

/** The words of a heading as one name: {@code Option 1: Auto-Fix} is {@code option-1-auto-fix}. */
public final class Slug {
    private Slug() {}

    public static String of(String text) {
        String slug = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "step" : slug;
    }
}
