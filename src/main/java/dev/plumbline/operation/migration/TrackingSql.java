package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.TrackedRevisions;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/**
 * The statements that write pg-flux' table (its {@code pkg/migrate/state.go}). {@code applied_at} is written too, so that no default of the table is computed. A row is there only once a file ran, or stopped in the middle: see
 * {@link TrackedRevisions}.
 */
record TrackingSql(Name schema) implements RecordSql {
    @Override
    public List<Sql> create() {
        return List.of(Sql.of("CREATE SCHEMA IF NOT EXISTS %I", schema), Sql.of("""
                        CREATE TABLE IF NOT EXISTS %I.migrations (
                          filename text PRIMARY KEY,
                          applied_at timestamp with time zone NOT NULL DEFAULT now(),
                          checksum text NOT NULL
                        )""", schema));
    }

    @Override
    public Sql record(MigrationFile file, String hash, int applied, int total) {
        return insert(file, applied == total ? hash : TrackedRevisions.halfway(false, applied, total, hash));
    }

    private Sql insert(MigrationFile file, String checksum) {
        return Sql.of(
                "INSERT INTO %I.migrations (filename, applied_at, checksum) VALUES (%L, pg_catalog.transaction_timestamp(), %L)",
                schema, file.version(), checksum);
    }

    @Override
    public Sql advance(FileText all, String hash, int applied) {
        return halfway(all.file(), hash, applied, all.statements().size(), false);
    }

    Sql halfway(MigrationFile file, String hash, int done, int total, boolean undoing) {
        return Sql.of(
                "UPDATE %I.migrations SET checksum = %L WHERE filename = %L",
                schema, TrackedRevisions.halfway(undoing, done, total, hash), file.version());
    }

    @Override
    public Sql finish(MigrationFile file, String hash) {
        return Sql.of(
                "UPDATE %I.migrations SET checksum = %L, applied_at = pg_catalog.transaction_timestamp() WHERE filename = %L",
                schema, hash, file.version());
    }

    @Override
    public Sql resolve(MigrationFile file, String hash, int total) {
        return Sql.of("""
                INSERT INTO %I.migrations (filename, applied_at, checksum) VALUES (%L, pg_catalog.transaction_timestamp(), %L)
                ON CONFLICT (filename) DO UPDATE SET checksum = EXCLUDED.checksum""", schema, file.version(), hash);
    }

    @Override
    public Sql baseline(MigrationFile file, String hash) {
        return insert(file, hash);
    }

    @Override
    public Sql remove(Revision row) {
        String checksum = row.isPartial() || row.isUndoing()
                ? TrackedRevisions.halfway(row.isUndoing(), (int) row.applied(), (int) row.total(), row.hash())
                : row.hash();
        return Sql.of(
                "DELETE FROM %I.migrations WHERE filename = %L AND checksum = %L", schema, row.version(), checksum);
    }

    @Override
    public boolean isBegun(Revision row) {
        return row.isPartial() && !row.isUndoing();
    }

    @Override
    public String finishing() {
        return "record the file as run";
    }
}
