package dev.plumbline.catalog;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.TrackedMigration;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.Optional;

/**
 * Reads the table in which pg-flux keeps what it applied. It belongs to somebody else, so it is looked at before it is read: only a plain table with the three columns, without row
 * security, triggers and rules, since a view of that name could run anything with the rights of whoever reads it.
 */
public final class TrackingReader {
    public static final String TABLE = "migrations";

    private static final String COLUMNS = "applied_at timestamp with time zone, checksum text, filename text";

    /**
     * Sorted by file; empty when there is no such table.
     *
     * @throws ProblemException TRK-403 for one that is not read, and for one that the login may not read
     */
    public Optional<List<TrackedMigration>> read(PgSession session, Name schema, CancelToken cancel) {
        Query look = new Query("the tracking table", SqlText.of("tracking_table.sql"), List.of(schema.text()));
        List<Rows.Row> found =
                session.readTogether(List.of(look), cancel).get(0).rows();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        refuse(found.get(0), schema, session);
        Sql rows = Sql.of("""
                SELECT filename, pg_catalog.to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, checksum,
                       CAST(EXTRACT(EPOCH FROM applied_at) OPERATOR(pg_catalog.*) 1000000 AS pg_catalog.int8) AS microseconds
                  FROM ONLY %I.migrations ORDER BY filename COLLATE "C\"""", schema);
        return Optional.of(session.readTogether(List.of(Query.of("the tracking table", rows)), cancel)
                .get(0)
                .map(row -> new TrackedMigration(
                        row.text("filename"),
                        row.text("applied_at"),
                        row.text("checksum"),
                        row.number("microseconds"))));
    }

    private static void refuse(Rows.Row table, Name schema, PgSession session) {
        boolean own =
                table.text("kind").equals("r") && !table.flag("guarded") && COLUMNS.equals(table.textOrNull("columns"));
        String answer =
                own ? "this login may not read it." : "it is not the table that pg-flux makes, so it is not read.";
        if (!own || !table.flag("readable")) {
            throw new ProblemException(
                    new Problem(
                            own ? Problem.Kind.FORBIDDEN : Problem.Kind.INVALID,
                            "TRK-403",
                            "Reading " + schema.shown() + "." + TABLE + " of",
                            session.target().shown(),
                            answer,
                            own
                                    ? "Missing: USAGE on the schema, SELECT on the table."
                                    : "Wanted: a plain table of filename text, applied_at timestamptz and checksum text, without row security, triggers and rules."));
        }
    }
}
