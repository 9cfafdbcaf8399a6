package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/** The table in which pg-flux keeps what was applied, as it makes and uses it. */
final class TrackingTable {
    private TrackingTable() {}

    static Sql create(Name schema) {
        return Sql.of(
                "CREATE TABLE IF NOT EXISTS %I.%I (filename pg_catalog.text PRIMARY KEY, "
                        + "applied_at pg_catalog.timestamptz NOT NULL DEFAULT pg_catalog.now(), checksum pg_catalog.text NOT NULL)",
                schema, PreflightQuestion.TABLE);
    }

    /** A row written, changed, read and taken away; {@code filename} must be no migration's. */
    static List<Sql> use(Name schema, String filename) {
        Name table = PreflightQuestion.TABLE;
        return List.of(
                Sql.of("INSERT INTO %I.%I (filename, checksum) VALUES (%L, 'none')", schema, table, filename),
                Sql.of("UPDATE %I.%I SET checksum = 'tried' WHERE filename = %L", schema, table, filename),
                Sql.of("SELECT filename FROM %I.%I WHERE filename = %L", schema, table, filename),
                Sql.of("DELETE FROM %I.%I WHERE filename = %L", schema, table, filename));
    }
}
