package dev.plumbline.migration.revision;

/**
 * A row of the table of what was run: a migration that was begun or done.
 *
 * @param type bits: 1 a baseline, 2 run, 4 set by hand; of pg-flux' table also 8, its undoing was begun
 * @param applied of {@code total} statements; fewer when it stopped halfway
 * @param executedAt in UTC; of Atlas to the microsecond, so that as texts they sort in the order they were run
 * @param error of the statement that failed; empty when none did
 * @param hash of the file when it was run, as its tool computes it
 * @param sequence greater for what was run later; 0 where nothing tells but the version
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
        String hash,
        long sequence) {
    static final int RUN = 2;
    static final int UNDOING = 8;
    private static final int BASELINE = 1;

    /** Of Atlas, which goes by the version. */
    public Revision(
            String version,
            String description,
            int type,
            long applied,
            long total,
            String executedAt,
            String error,
            String errorStatement,
            String hash) {
        this(version, description, type, applied, total, executedAt, error, errorStatement, hash, 0);
    }

    public boolean isBaseline() {
        return (type & BASELINE) != 0;
    }

    /** Whether an undo was begun and not ended; {@code applied} then counts the statements of the way back. */
    public boolean isUndoing() {
        return (type & UNDOING) != 0;
    }

    /** When it was executed, without parts of a second. */
    public String executedAtSecond() {
        return executedAt.replaceFirst("\\.\\d+Z$", "Z");
    }

    public boolean isPartial() {
        return applied < total;
    }
}
