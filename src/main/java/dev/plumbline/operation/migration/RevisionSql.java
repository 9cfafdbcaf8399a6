package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/** The statements that write what was run, in the form that Atlas reads (its {@code cmd/atlas/internal/migrate/ent}). */
record RevisionSql(Name schema, String tool) {
    /** Makes the table; its schema too, when that is Atlas' own. */
    List<Sql> create() {
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

    /** The row of a file of which so many statements have run; one that is there is written over. */
    Sql record(MigrationFile file, String hash, int applied, int total) {
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

    /** All of a file counts as run, by the word of a person; Atlas calls that resolved. */
    Sql resolve(MigrationFile file, String hash, int total) {
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

    /** Nothing of a version counts as run any more, unless its row has changed since it was read. */
    Sql remove(Revision row) {
        return Sql.of(
                "DELETE FROM %I.atlas_schema_revisions WHERE version = %L AND applied = CAST(%L AS pg_catalog.int8)",
                schema, row.version(), Long.toString(row.applied()));
    }

    /** A database is said to have had everything up to this file (Atlas, {@code sql/migrate}: type 1, no statements, no hash). */
    Sql baseline(MigrationFile file) {
        return Sql.of("""
                INSERT INTO %I.atlas_schema_revisions
                  (version, description, type, applied, total, executed_at, execution_time, hash, operator_version)
                VALUES (%L, %L, 1, 0, 0, pg_catalog.transaction_timestamp(), 0, '', %L)""", schema, file.version(), file.description(), tool);
    }

    /** One statement more, which ran by itself; {@code hashes} are those of the statements so far, as Atlas wants them to go on. */
    Sql advance(MigrationFile file, int applied, List<String> hashes) {
        return Sql.of(
                """
                UPDATE %I.atlas_schema_revisions SET applied = CAST(%L AS pg_catalog.int8), partial_hashes = CAST(%L AS pg_catalog.jsonb)
                 WHERE version = %L""",
                schema,
                Integer.toString(applied),
                hashes.stream().map(hash -> '"' + hash + '"').toList().toString(),
                file.version());
    }

    /** All of them ran. */
    Sql finish(MigrationFile file) {
        return Sql.of("""
                UPDATE %I.atlas_schema_revisions SET applied = total, partial_hashes = NULL,
                  execution_time = CAST(1000000000 * EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - executed_at) AS pg_catalog.int8)
                 WHERE version = %L""", schema, file.version());
    }
}
