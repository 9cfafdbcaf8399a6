package dev.plumbline.migration.parse;

import dev.plumbline.migration.parse.PostgresParser.Parsing;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was parsed lately, by its text, since a statement is judged, traced and looked at in the database one after the other. Holds texts of {@value #MOST} characters together, and their trees as
 * long as there is memory for them. Used by one thread at a time.
 */
final class ParsedTexts {
    private static final int MOST = 1_000_000;
    private final Map<String, SoftReference<Parsing>> kept = new LinkedHashMap<>();
    private int characters;

    @Nullable
    Parsing find(String text) {
        SoftReference<Parsing> found = kept.get(text);
        return found == null ? null : found.get();
    }

    /** Where there is no room, what was kept first goes first. */
    void keep(String text, Parsing parsing) {
        if (text.length() > MOST) {
            return;
        }
        if (kept.put(text, new SoftReference<>(parsing)) == null) {
            characters += text.length();
        }
        while (characters > MOST) {
            String oldest = kept.keySet().iterator().next();
            kept.remove(oldest);
            characters -= oldest.length();
        }
    }
}
