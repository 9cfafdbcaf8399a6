package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
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
    private static final int ROWS_BETWEEN_CHECKS = 1_000;

    private final BaseStatement statement;
    private final List<RowSink> sinks;
    private final CancelToken cancel;
    private int answered;
    private @Nullable SQLWarning warning;
    private @Nullable SQLException unreadable;
    private @Nullable RuntimeException refused;

    /** @param cancel stops serving, so that the server's word of it is heard at once; {@link #check} then tells of it */
    ServedAnswers(BaseStatement statement, List<RowSink> sinks, CancelToken cancel) {
        this.statement = statement;
        this.sinks = sinks;
        this.cancel = cancel;
    }

    @Override
    public void handleResultRows(Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
        int number = answered++;
        if (number >= sinks.size() || unreadable != null || refused != null) {
            return;
        }
        RowSink sink = sinks.get(number);
        try (ResultSet rows = statement.createDriverResultSet(fields, tuples)) {
            for (int row = 0; rows.next() && !(row % ROWS_BETWEEN_CHECKS == 0 && cancel.isCancelled()); row++) {
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

    /** What the server said comes before what a sink threw, which goes with it. */
    @Override
    public void handleCompletion() throws SQLException {
        RuntimeException thrown = refused;
        try {
            super.handleCompletion();
        } catch (SQLException failure) {
            if (thrown != null) {
                failure.addSuppressed(thrown);
            }
            throw failure;
        }
    }

    /** To be asked when the server has answered and nothing of it was an error. */
    void check() throws SQLException {
        cancel.check();
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
