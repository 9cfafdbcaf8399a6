package dev.plumbline.plan;

import java.util.Locale;

/**
 * How far the server is with a statement that still runs.
 *
 * @param what it does now, such as {@code CREATE INDEX CONCURRENTLY: building index: scanning table}
 * @param total 0 when nobody can tell
 * @param unit of what is counted, such as {@code blocks}
 */
public record StatementProgress(String what, long done, long total, String unit) {
    public String words() {
        if (total <= 0) {
            return done > 0 ? String.format(Locale.ROOT, "%s, %,d %s", what, done, unit) : what;
        }
        return String.format(
                Locale.ROOT, "%s, %,d of %,d %s (%d %%)", what, done, total, unit, Math.min(100, done * 100 / total));
    }
}
