package dev.plumbline.migration.revision;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;
import java.util.Optional;

/**
 * Reads the table in which Atlas keeps what it ran. It belongs to somebody else, so it is looked at before it is read: only a plain table with Atlas' columns, without triggers, row
 * security and rules, since a view of that name could run anything with the rights of whoever reads it.
 */
public final class RevisionReader {
    private static final String COLUMNS =
            "applied,description,error,error_stmt,executed_at,execution_time,hash,operator_version,partial_hashes,total,type,version";
    private static final String PLAIN = "r";

    /**
     * @param wanted the schema to look in; empty for wherever there is one
     * @throws ProblemException REV-403 for a table that is not read, REV-409 when there are several and none was chosen
     */
    public Revisions read(PgSession session, Optional<Name> wanted, CancelToken cancel) {
        Query look = new Query("the revision tables", SqlText.of("revision_tables.sql"), List.of());
        List<Rows.Row> found = session.readTogether(List.of(look), cancel).get(0).rows().stream()
                .filter(row -> wanted.isEmpty() || wanted.get().equals(row.name("schema")))
                .toList();
        if (found.isEmpty()) {
            return new Revisions(wanted.orElse(Name.of(Revisions.TABLE)), false, List.of());
        }
        if (found.size() > 1) {
            throw several(found, session);
        }
        Rows.Row table = found.get(0);
        refuse(table, session);
        Name schema = table.name("schema");
        Sql rows = Sql.of("""
                SELECT version, description, type, applied, total,
                       pg_catalog.to_char(executed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS executed_at,
                       error, error_stmt, hash
                  FROM ONLY %I.atlas_schema_revisions
                 WHERE version OPERATOR(pg_catalog.<>) '.atlas_cloud_identifier' ORDER BY version COLLATE "C\"""", schema);
        return new Revisions(
                schema,
                true,
                session.readTogether(List.of(Query.of("what was run", rows)), cancel)
                        .get(0)
                        .map(RevisionReader::revision));
    }

    private static Revision revision(Rows.Row row) {
        return new Revision(
                row.text("version"),
                row.text("description"),
                (int) row.number("type"),
                row.number("applied"),
                row.number("total"),
                row.text("executed_at"),
                orEmpty(row.textOrNull("error")),
                orEmpty(row.textOrNull("error_stmt")),
                row.text("hash"));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static void refuse(Rows.Row table, PgSession session) {
        boolean own = table.text("kind").equals(PLAIN)
                && !table.flag("guarded")
                && COLUMNS.equals(table.textOrNull("columns"));
        if (own && table.flag("readable")) {
            return;
        }
        throw new ProblemException(
                new Problem(
                        own ? Problem.Kind.FORBIDDEN : Problem.Kind.INVALID,
                        "REV-403",
                        "Reading " + table.name("schema").shown() + "." + Revisions.TABLE + " of",
                        session.target().shown(),
                        own
                                ? "this login may not read it."
                                : "it is not the table that Atlas makes, so it is not read.",
                        own
                                ? "Missing: USAGE on the schema, SELECT on the table."
                                : "Wanted: a plain table with Atlas' twelve columns, without triggers, row security and rules."));
    }

    private static ProblemException several(List<Rows.Row> found, PgSession session) {
        return new ProblemException(new Problem(
                Problem.Kind.CONFLICT,
                "REV-409",
                "Finding the revision table of",
                session.target().shown(),
                "there is one in each of these schemas: "
                        + String.join(
                                ", ",
                                found.stream()
                                        .map(row -> row.name("schema").shown())
                                        .toList())
                        + ".",
                "Say which one with --revisions-schema."));
    }
}
