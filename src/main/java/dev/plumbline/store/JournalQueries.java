package dev.plumbline.store;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The journal's reading statements. */
final class JournalQueries {
    private JournalQueries() {}

    static List<RunSummary> newest(Connection connection, int limit) throws SQLException {
        String sql = """
                SELECT begun.run, begun.at,
                       begun.content ->> 'by', begun.content ->> 'target', begun.content ->> 'planDigest',
                       begun.content ->> 'statements',
                       (SELECT ended.content ->> 'outcome' FROM entry AS ended
                        WHERE ended.run = begun.run AND ended.kind = 'run-ended'
                        ORDER BY ended.number DESC LIMIT 1)
                FROM entry AS begun
                WHERE begun.kind = 'run-begun'
                ORDER BY begun.number DESC
                LIMIT ?""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<RunSummary> runs = new ArrayList<>();
                while (row.next()) {
                    runs.add(new RunSummary(
                            row.getString(1),
                            Instant.parse(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getInt(6),
                            Optional.ofNullable(row.getString(7))));
                }
                return runs;
            }
        }
    }

    static List<RunRecord> unfinished(Connection connection, Path file) throws SQLException {
        String sql = """
                SELECT begun.run FROM entry AS begun
                WHERE begun.kind = 'run-begun'
                  AND NOT EXISTS (SELECT 1 FROM entry AS ended
                                  WHERE ended.run = begun.run AND ended.kind = 'run-ended'
                                    AND ended.content ->> 'outcome' <> 'UNKNOWN')
                ORDER BY begun.number DESC""";
        List<RunRecord> runs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                runs.add(run(connection, row.getString(1), file));
            }
        }
        return runs;
    }

    static RunRecord run(Connection connection, String runId, Path file) throws SQLException {
        String sql = """
                SELECT entry.number, entry.kind, entry.at, entry.hash, field.key, field.value
                FROM entry LEFT JOIN json_each(entry.content) AS field
                WHERE entry.run = ?
                ORDER BY entry.number""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, runId);
            try (ResultSet row = statement.executeQuery()) {
                List<Entry> entries = entries(row, runId, file);
                if (entries.isEmpty()) {
                    throw new ProblemException(new Problem(
                            Problem.Kind.NOT_FOUND,
                            "run-not-found",
                            "Showing run",
                            runId,
                            "the journal " + file + " has no such run.",
                            "List the runs to see which there are."));
                }
                return new RunRecord(runId, entries);
            }
        }
    }

    private static List<Entry> entries(ResultSet row, String runId, Path file) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        SortedMap<String, String> fields = new TreeMap<>();
        boolean more = row.next();
        while (more) {
            long number = row.getLong(1);
            String kind = row.getString(2);
            String at = row.getString(3);
            String hash = row.getString(4);
            fields.clear();
            while (more && row.getLong(1) == number) {
                if (row.getString(5) != null) {
                    fields.put(row.getString(5), row.getString(6));
                }
                more = row.next();
            }
            entries.add(entry(number, runId, kind, at, fields, hash, file));
        }
        return entries;
    }

    private static Entry entry(
            long number,
            String runId,
            String kind,
            String at,
            SortedMap<String, String> fields,
            String hash,
            Path file) {
        try {
            return new Entry(number, runId, EntryKind.ofWord(kind).orElseThrow(), Instant.parse(at), fields, hash);
        } catch (java.util.NoSuchElementException | DateTimeParseException changed) {
            throw StoreFailure.damaged("Reading the journal", file, "entry " + number + " was changed.");
        }
    }
}
