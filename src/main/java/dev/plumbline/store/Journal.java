package dev.plumbline.store;

import dev.plumbline.store.RunBegun.PlannedStatement;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The append-only book of every run from this machine: what will be done is written, and forced to disk, before it is done. Entries are
 * chained by hash; several processes may append at once. Values are written as {@link String#valueOf}: a Secret writes itself as
 * {@code ***}. Throws {@link dev.plumbline.model.ProblemException} when the file cannot be read or written.
 */
public final class Journal implements AutoCloseable {
    private final LocalDatabase database;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Journal(LocalDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public static Journal open(Path file, Clock clock) {
        return new Journal(JournalFile.open(file), clock);
    }

    public Path file() {
        return database.file();
    }

    /** Writes that a run begins, with every statement it means to run, all or nothing; returns the run's id. */
    public String begin(RunBegun run) {
        String runId = newRunId();
        return database.write("Writing the journal", connection -> {
            insert(connection, runId, EntryKind.RUN_BEGUN, run.fields());
            int number = 0;
            for (PlannedStatement statement : run.statements()) {
                SortedMap<String, String> fields = new TreeMap<>();
                fields.put("number", Integer.toString(++number));
                fields.put("step", statement.stepId());
                fields.put("sql", statement.sql());
                fields.put("inTransaction", Boolean.toString(statement.inTransaction()));
                insert(connection, runId, EntryKind.STATEMENT_PLANNED, fields);
            }
            return runId;
        });
    }

    public void append(String runId, EntryKind kind, Map<String, ?> fields) {
        SortedMap<String, String> texts = new TreeMap<>();
        fields.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        database.write("Writing the journal", connection -> {
            insert(connection, runId, kind, texts);
            return runId;
        });
    }

    /** The newest runs first. */
    public List<RunSummary> list(int limit) {
        return database.read("Reading the journal", connection -> JournalQueries.newest(connection, limit));
    }

    /** Runs that have no end, still running in another program or killed, and those whose end is {@code UNKNOWN}. Newest first. */
    public List<RunRecord> unfinished() {
        return database.read(
                "Reading the journal", connection -> JournalQueries.unfinished(connection, database.file()));
    }

    /** Everything of one run; a {@code NOT_FOUND} problem when the journal has no such run. */
    public RunRecord show(String runId) {
        return database.read(
                "Reading the journal", connection -> JournalQueries.run(connection, runId, database.file()));
    }

    /** Reads the whole book and says where, if anywhere, it was changed. */
    public ChainCheck verify() {
        return database.read("Checking the journal", ChainCheck::read);
    }

    private void insert(Connection connection, String runId, EntryKind kind, SortedMap<String, String> fields)
            throws SQLException {
        Head head = head(connection);
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String content = JsonObject.of(fields);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, head.number + 1);
            insert.setString(2, runId);
            insert.setString(3, kind.word());
            insert.setString(4, at);
            insert.setString(5, content);
            insert.setString(6, head.hash);
            insert.setString(7, HashChain.next(head.hash, head.number + 1, runId, kind.word(), at, content));
            insert.executeUpdate();
        }
    }

    private record Head(long number, String hash) {}

    /** The last entry, which must be the one the head row names: nothing is written onto a book that lost its end. */
    private Head head(Connection connection) throws SQLException {
        String sql = """
                SELECT head.number, head.hash
                FROM head
                WHERE head.number = (SELECT coalesce(max(number), 0) FROM entry)
                  AND (head.number = 0 OR head.hash = (SELECT hash FROM entry WHERE number = head.number))""";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw StoreFailure.damaged(
                        "Writing the journal", database.file(), "its last entry is not the one its head names.");
            }
            return new Head(row.getLong(1), row.getString(2));
        }
    }

    private String newRunId() {
        byte[] random = new byte[4];
        chance.nextBytes(random);
        String day = clock.instant().toString().substring(0, 10).replace("-", "");
        return day + "-" + HexFormat.of().formatHex(random);
    }

    @Override
    public void close() {
        database.close();
    }
}
