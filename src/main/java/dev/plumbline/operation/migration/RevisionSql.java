package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/** The statements that write what was run, in the form that Atlas reads (its {@code cmd/atlas/internal/migrate/ent}). */
record RevisionSql(Name schema, String tool) implements RecordSql {
    @Override
    public List<Sql> create() {
        return List.of(Sql.of("CREATE SCHEMA IF NOT EXISTS %I", schema), Sql.of("""
                        CREATE TABLE IF NOT EXISTS %I.atlas_schema_revisions (
                          version character varying NOT NULL PRIMARY KEY,
                          description character varying NOT NULL,
                          type bigint NOT NULL DEFAULT 2,
                          applied bigint NOT NULL DEFAULT 0,
                          total bigint NOT NULL DEFAULT 0,
                          executed_at timestamp with time zone NOT NULL,
                          execution_time bigint NOT NULL,
                          error text,
                          error_stmt text,
                          hash character varying NOT NULL,
                          partial_hashes jsonb,
                          operator_version character varying NOT NULL
                        )""", schema));
    }

    /** One that is there is written over. */
    @Override
    public Sql record(MigrationFile file, String hash, int applied, int total) {
        return Sql.of(
                """
                INSERT INTO %I.atlas_schema_revisions
                  (version, description, type, applied, total, executed_at, execution_time, hash, operator_version)
                VALUES (%L, %L, 2, CAST(%L AS pg_catalog.int8), CAST(%L AS pg_catalog.int8), pg_catalog.transaction_timestamp(),
                  CAST(1000000000 * EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - pg_catalog.transaction_timestamp()) AS pg_catalog.int8),
                  %L, %L)
                ON CONFLICT (version) DO UPDATE SET applied = EXCLUDED.applied, total = EXCLUDED.total, hash = EXCLUDED.hash,
                  partial_hashes = NULL, error = NULL, error_stmt = NULL""",
                schema,
                file.version(),
                file.description(),
                Integer.toString(applied),
                Integer.toString(total),
                hash,
                tool);
    }

    /** Atlas calls that resolved. */
    @Override
    public Sql resolve(MigrationFile file, String hash, int total) {
        return Sql.of(
                """
                INSERT INTO %I.atlas_schema_revisions AS row
                  (version, description, type, applied, total, executed_at, execution_time, hash, operator_version)
                VALUES (%L, %L, 4, CAST(%L AS pg_catalog.int8), CAST(%L AS pg_catalog.int8), pg_catalog.transaction_timestamp(), 0, %L, %L)
                ON CONFLICT (version) DO UPDATE SET type = row.type | 4, applied = EXCLUDED.applied, total = EXCLUDED.total,
                  hash = EXCLUDED.hash, partial_hashes = NULL, error = NULL, error_stmt = NULL""",
                schema,
                file.version(),
                file.description(),
                Integer.toString(total),
                Integer.toString(total),
                hash,
                tool);
    }

    @Override
    public Sql remove(Revision row) {
        return Sql.of(
                "DELETE FROM %I.atlas_schema_revisions WHERE version = %L AND applied = CAST(%L AS pg_catalog.int8)",
                schema, row.version(), Long.toString(row.applied()));
    }

    /** And everything before it (Atlas, {@code sql/migrate}: type 1, no statements, no hash). */
    @Override
    public Sql baseline(MigrationFile file, String hash) {
        return Sql.of("""
                INSERT INTO %I.atlas_schema_revisions
                  (version, description, type, applied, total, executed_at, execution_time, hash, operator_version)
                VALUES (%L, %L, 1, 0, 0, pg_catalog.transaction_timestamp(), 0, '', %L)""", schema, file.version(), file.description(), tool);
    }

    /** Atlas wants the hashes of the statements so far, to go on. */
    @Override
    public Sql advance(FileText all, String hash, int applied) {
        List<String> hashes = StatementHashes.of(all.statements()).subList(0, applied);
        return Sql.of(
                """
                UPDATE %I.atlas_schema_revisions SET applied = CAST(%L AS pg_catalog.int8), partial_hashes = CAST(%L AS pg_catalog.jsonb)
                 WHERE version = %L""",
                schema,
                Integer.toString(applied),
                hashes.stream().map(each -> '"' + each + '"').toList().toString(),
                all.file().version());
    }

    @Override
    public Sql finish(MigrationFile file, String hash) {
        return Sql.of("""
                UPDATE %I.atlas_schema_revisions SET applied = total, partial_hashes = NULL,
                  execution_time = CAST(1000000000 * EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - executed_at) AS pg_catalog.int8)
                 WHERE version = %L""", schema, file.version());
    }

    @Override
    public boolean isBegun(Revision row) {
        return true;
    }

    @Override
    public String finishing() {
        return "record the file as run";
    }
}
