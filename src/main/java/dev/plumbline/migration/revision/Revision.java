package dev.plumbline.migration.revision;

/**
 * A row of {@code atlas_schema_revisions}: a migration that was begun or done.
 *
 * @param type bits: 1 a baseline, 2 run, 4 set by hand
 * @param applied of {@code total} statements; fewer when it stopped halfway
 * @param executedAt in UTC
 * @param error of the statement that failed; empty when none did
 * @param hash of the file in {@code atlas.sum} when it was run
 */
public record Revision(
        String version,
        String description,
        int type,
        long applied,
        long total,
        String executedAt,
        String error,
        String errorStatement,
        String hash) {
    private static final int BASELINE = 1;

    public boolean isBaseline() {
        return (type & BASELINE) != 0;
    }

    public boolean isPartial() {
        return applied < total;
    }
}
