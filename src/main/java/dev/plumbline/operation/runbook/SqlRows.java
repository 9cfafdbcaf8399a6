package dev.plumbline.operation.runbook;

import java.time.Duration;
import java.util.List;

/** What a SELECT answered. {@code rows} are at most as many as were asked for, {@code total} all of them; a null cell is {@code NULL_TEXT}. */
public record SqlRows(List<String> columns, List<List<String>> rows, int total, Duration took) {
    public static final String NULL_TEXT = "∅";

    public SqlRows {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public boolean isCut() {
        return rows.size() < total;
    }
}
