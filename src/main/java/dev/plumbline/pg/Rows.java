package dev.plumbline.pg;

import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answer of one query: every cell as the server wrote it, found by its column's name. */
public record Rows(List<Row> rows) {
    public Rows {
        rows = List.copyOf(rows);
    }

    public <T> List<T> map(Function<Row, T> reader) {
        List<T> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(reader.apply(row)));
        return values;
    }

    public Row only() {
        if (rows.size() != 1) {
            throw new IllegalStateException("one row was expected, " + rows.size() + " came");
        }
        return rows.get(0);
    }

    /** One row; asking for a column that is not there is a mistake of this program. */
    public static final class Row {
        private final Map<String, Integer> columns;
        private final @Nullable String[] cells;

        Row(Map<String, Integer> columns, @Nullable String[] cells) {
            this.columns = columns;
            this.cells = cells;
        }

        /** The names of the columns, in no order. */
        public Set<String> columns() {
            return Collections.unmodifiableSet(columns.keySet());
        }

        /** The names of the columns as they were asked for. */
        public List<String> columnsInOrder() {
            return columns.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** For columns that only newer servers answer with. */
        public boolean has(String column) {
            return columns.containsKey(column);
        }

        public @Nullable String textOrNull(String column) {
            Integer at = columns.get(column);
            if (at == null) {
                throw new IllegalArgumentException("the answer has no column " + column + " but " + columns.keySet());
            }
            return cells[at];
        }

        public String text(String column) {
            String text = textOrNull(column);
            if (text == null) {
                throw new IllegalStateException("column " + column + " is null");
            }
            return text;
        }

        public Name name(String column) {
            return new Name(text(column));
        }

        public @Nullable Name nameOrNull(String column) {
            String text = textOrNull(column);
            return text == null ? null : new Name(text);
        }

        public long number(String column) {
            return Long.parseLong(text(column));
        }

        public boolean flag(String column) {
            String text = text(column);
            return text.equals("t") || text.equals("true");
        }
    }
}
