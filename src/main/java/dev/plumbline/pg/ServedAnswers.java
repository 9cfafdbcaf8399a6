package dev.plumbline.pg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseStatement;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.Tuple;

/**
 * Gives each answer of a message to its sink as soon as the driver has it, while the server works on the next: with {@code Statement.execute} all answers would lie in memory together first. What a sink
 * throws is kept until the server has said everything, since the line is of no use before.
 */
final class ServedAnswers extends ResultHandlerBase {
    private final BaseStatement statement;
    private final List<RowSink> sinks;
    private int answered;
    private @Nullable SQLWarning warning;
    private @Nullable SQLException unreadable;
    private @Nullable RuntimeException refused;

    ServedAnswers(BaseStatement statement, List<RowSink> sinks) {
        this.statement = statement;
        this.sinks = sinks;
    }

    @Override
    public void handleResultRows(Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
        int number = answered++;
        if (number >= sinks.size() || unreadable != null || refused != null) {
            return;
        }
        RowSink sink = sinks.get(number);
        try (ResultSet rows = statement.createDriverResultSet(fields, tuples)) {
            while (rows.next()) {
                sink.take(rows);
            }
        } catch (SQLException failure) {
            unreadable = failure;
        } catch (RuntimeException failure) {
            refused = failure;
        }
    }

    @Override
    public void handleWarning(SQLWarning told) {
        if (warning == null) {
            warning = told;
        } else {
            warning.setNextWarning(told);
        }
    }

    /** The first; it leads to the others. */
    @Nullable
    SQLWarning warning() {
        return warning;
    }

    /** To be asked when the server has answered and nothing of it was an error. */
    void check() throws SQLException {
        if (refused != null) {
            throw refused;
        }
        if (unreadable != null) {
            throw unreadable;
        }
        if (answered != sinks.size()) {
            throw new IllegalStateException(sinks.size() + " answers were expected, " + answered + " came");
        }
    }
}
