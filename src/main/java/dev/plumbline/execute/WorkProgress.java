package dev.plumbline.execute;

import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import dev.plumbline.model.Visible;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.plan.StatementProgress;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a statement is, by the server's progress views (manual 27.4): CREATE INDEX and REINDEX, CLUSTER and VACUUM FULL, VACUUM, ANALYZE, and COPY from version 14 on. No view tells of anything else,
 * VALIDATE CONSTRAINT and what rewrites a table included: then what can be said is how long it takes already and how large the largest table is that it has locked.
 */
final class WorkProgress {
    private static final long MEGABYTE = 1_048_576;

    private WorkProgress() {}

    static Query query(long pid, ServerVersion version) {
        String number = Long.toString(pid);
        Sql sql = Sql.of("""
                SELECT command AS doing, phase,
                       CASE WHEN phase LIKE 'waiting%%' THEN lockers_done WHEN tuples_total > 0 THEN tuples_done ELSE blocks_done END AS done,
                       CASE WHEN phase LIKE 'waiting%%' THEN lockers_total WHEN tuples_total > 0 THEN tuples_total ELSE blocks_total END AS total,
                       CASE WHEN phase LIKE 'waiting%%' THEN 'sessions' WHEN tuples_total > 0 THEN 'rows' ELSE 'blocks' END AS unit
                FROM pg_catalog.pg_stat_progress_create_index WHERE pid = CAST(%L AS pg_catalog.int4)
                UNION ALL
                SELECT command, phase, heap_blks_scanned, heap_blks_total, 'blocks'
                FROM pg_catalog.pg_stat_progress_cluster WHERE pid = CAST(%L AS pg_catalog.int4)
                UNION ALL
                SELECT 'VACUUM', phase, heap_blks_scanned, heap_blks_total, 'blocks'
                FROM pg_catalog.pg_stat_progress_vacuum WHERE pid = CAST(%L AS pg_catalog.int4)
                UNION ALL
                SELECT 'ANALYZE', phase, sample_blks_scanned, sample_blks_total, 'blocks'
                FROM pg_catalog.pg_stat_progress_analyze WHERE pid = CAST(%L AS pg_catalog.int4)
                """, number, number, number, number);
        Sql copies = Sql.of("""
                %s UNION ALL
                SELECT command, '', bytes_processed, bytes_total, 'bytes'
                FROM pg_catalog.pg_stat_progress_copy WHERE pid = CAST(%L AS pg_catalog.int4)""", sql, number);
        return Query.of("how far it is", version.isPostgresAtLeast(14) ? copies : sql);
    }

    static Optional<StatementProgress> of(Rows rows) {
        return rows
                .map(row -> {
                    String phase = row.text("phase");
                    String what = row.text("doing") + (phase.isEmpty() ? "" : ": " + phase);
                    return new StatementProgress(what, row.number("done"), row.number("total"), row.text("unit"));
                })
                .stream()
                .findFirst();
    }

    /** Of the tables and materialized views that the statement has locked, the one with the most pages at the last VACUUM or ANALYZE. */
    static Query largest(long pid) {
        return Query.of("the largest table that it works on", Sql.of("""
                SELECT namespace.nspname AS schema, class.relname AS name, CAST(class.relpages AS pg_catalog.int8) * 8192 AS bytes
                FROM pg_catalog.pg_locks AS lock
                JOIN pg_catalog.pg_class AS class ON class.oid = lock.relation
                JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
                JOIN pg_catalog.pg_database AS database ON database.oid = lock.database
                WHERE lock.pid = CAST(%L AS pg_catalog.int4) AND lock.granted AND class.relkind IN ('r', 'm')
                  AND namespace.nspname <> 'pg_catalog' AND database.datname = pg_catalog.current_database()
                ORDER BY class.relpages DESC, class.oid LIMIT 1""", Long.toString(pid)));
    }

    static StatementProgress elapsed(Rows largest, long seconds) {
        String size = largest
                .map(row -> "; its largest table " + Visible.text(row.text("schema") + "." + row.text("name")) + " had "
                        + inWords(row.number("bytes")) + " when it was last looked at")
                .stream()
                .findFirst()
                .orElse("");
        return new StatementProgress(
                "runs for " + seconds + " s, and no view of the server tells how far it is" + size, 0, 0, "");
    }

    private static String inWords(long bytes) {
        if (bytes <= 0) {
            return "no known size";
        }
        return bytes < MEGABYTE
                ? bytes / 1024 + " kB"
                : String.format(Locale.ROOT, "%,.1f MB", bytes / (double) MEGABYTE);
    }
}
