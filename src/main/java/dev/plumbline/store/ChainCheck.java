package dev.plumbline.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What reading the whole chain found: how many entries were read until it ended or broke, the hash that closes it, and the first entry that does not fit. Who can
 * write the file could write a new chain from one end to the other; only a {@code headHash} kept elsewhere shows that.
 */
public record ChainCheck(long entries, String headHash, Optional<Break> broken) {
    /** The first entry that does not fit, by its number, and why. */
    public record Break(long number, Why why, String sentence) {}

    public enum Why {
        CHANGED,
        MISSING,
        REORDERED,
        END_MISSING,
        HEAD_CHANGED
    }

    private record Row(
            long number, String runId, String kind, String at, String content, String previous, String hash) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
        }

        boolean fitsAt(long place) {
            return HashChain.next(previous, place, runId, kind, at, content).equals(hash);
        }
    }

    /** Reads row by row, in one transaction, so that a book of any length fits into memory and another process may go on writing. */
    static ChainCheck read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try {
                return check(statement, connection);
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    private static ChainCheck check(Statement statement, Connection connection) throws SQLException {
        long headNumber = -1;
        String headHash = "";
        try (ResultSet head = statement.executeQuery("SELECT number, hash FROM head")) {
            if (head.next()) {
                headNumber = head.getLong(1);
                headHash = head.getString(2);
            }
        }
        long count = 0;
        String last = HashChain.ROOT;
        try (Statement all = connection.createStatement();
                ResultSet rows = all.executeQuery(
                        "SELECT number, run, kind, at, content, previous, hash FROM entry ORDER BY number")) {
            while (rows.next()) {
                Row row = Row.of(rows);
                Optional<Break> broken = broken(row, ++count, last, Math.max(headNumber, count));
                if (broken.isPresent()) {
                    return new ChainCheck(count, headHash, broken);
                }
                last = row.hash;
            }
        }
        return new ChainCheck(count, headHash, endBroken(count, last, headNumber, headHash));
    }

    private static Optional<Break> broken(Row row, long expected, String last, long written) {
        if (row.number != expected) {
            return Optional.of(new Break(
                    expected, Why.MISSING, "Entry " + expected + " is missing; the next one is " + row.number + "."));
        }
        if (!row.fitsAt(expected)) {
            for (long place = 1; place <= written; place++) {
                if (row.fitsAt(place)) {
                    return Optional.of(new Break(
                            expected, Why.REORDERED, "Entry " + expected + " was written as entry " + place + "."));
                }
            }
            return Optional.of(new Break(
                    expected, Why.CHANGED, "Entry " + expected + " does not say what was written: its hash differs."));
        }
        if (!row.previous.equals(last)) {
            return Optional.of(
                    new Break(expected, Why.CHANGED, "Entry " + expected + " does not follow the entry before it."));
        }
        return Optional.empty();
    }

    private static Optional<Break> endBroken(long count, String last, long headNumber, String headHash) {
        if (headNumber > count) {
            return Optional.of(new Break(
                    count + 1,
                    Why.END_MISSING,
                    "The end is missing: " + headNumber + " entries were written, " + count + " are there."));
        }
        if (headNumber != count || !headHash.equals(last)) {
            return Optional.of(new Break(
                    count, Why.HEAD_CHANGED, "The record of the last entry does not name entry " + count + "."));
        }
        return Optional.empty();
    }
}
