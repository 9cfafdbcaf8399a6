package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseStatement;
import org.postgresql.core.QueryExecutor;

/**
 * Several statements that travel in one message and are answered in one: the driver writes all of a text's statements before it waits
 * (extended protocol, manual 54.2.4), so they cost one round trip together.
 */
record Batch(String text, List<String> parameters) {
    static Batch of(@Nullable String before, List<Query> queries, @Nullable String after) {
        List<String> texts = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        if (before != null) {
            texts.add(before);
        }
        for (Query query : queries) {
            texts.add(query.text());
            parameters.addAll(query.parameters());
        }
        if (after != null) {
            texts.add(after);
        }
        return new Batch(String.join(";\n", texts), parameters);
    }

    List<Rows> run(Link link, CancelToken cancel, PgThreads threads) throws SQLException {
        try (Statement statement = prepared(link);
                RunningStatement running = new RunningStatement(link, threads)) {
            running.obey(cancel);
            boolean rowsCome =
                    statement instanceof PreparedStatement prepared ? prepared.execute() : statement.execute(text);
            List<Rows> answers = answers(statement, rowsCome);
            link.warned(statement.getWarnings());
            return answers;
        }
    }

    /** The same, each answer to its sink; more or fewer answers than sinks is a mistake of this program, and so are parameters. */
    void walk(Link link, CancelToken cancel, PgThreads threads, List<RowSink> sinks) throws SQLException {
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException("answers are walked through without parameters only");
        }
        try (Statement statement = link.connection().createStatement();
                RunningStatement running = new RunningStatement(link, threads)) {
            running.obey(cancel);
            ServedAnswers answers = new ServedAnswers((BaseStatement) statement, sinks, cancel);
            QueryExecutor executor = link.connection().getQueryExecutor();
            executor.execute(
                    executor.createQuery(text, false, false).query,
                    null,
                    answers,
                    0,
                    0,
                    QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_SUPPRESS_BEGIN);
            answers.check();
            link.warned(answers.warning());
        }
    }

    private Statement prepared(Link link) throws SQLException {
        if (parameters.isEmpty()) {
            Statement statement = link.connection().createStatement();
            statement.setEscapeProcessing(false);
            return statement;
        }
        PreparedStatement prepared = link.connection().prepareStatement(text);
        for (int number = 0; number < parameters.size(); number++) {
            prepared.setString(number + 1, parameters.get(number));
        }
        return prepared;
    }

    private static List<Rows> answers(Statement statement, boolean rowsCome) throws SQLException {
        List<Rows> answers = new ArrayList<>();
        boolean isRows = rowsCome;
        while (isRows || statement.getUpdateCount() != -1) {
            if (isRows) {
                answers.add(rows(statement.getResultSet()));
            }
            isRows = statement.getMoreResults();
        }
        return answers;
    }

    private static Rows rows(ResultSet result) throws SQLException {
        ResultSetMetaData description = result.getMetaData();
        int width = description.getColumnCount();
        Map<String, Integer> columns = new HashMap<>();
        for (int at = 0; at < width; at++) {
            columns.put(description.getColumnLabel(at + 1), at);
        }
        List<Rows.Row> rows = new ArrayList<>();
        while (result.next()) {
            @Nullable String[] cells = new @Nullable String[width];
            for (int at = 0; at < width; at++) {
                cells[at] = result.getString(at + 1);
            }
            rows.add(new Rows.Row(columns, cells));
        }
        return new Rows(rows);
    }
}
