package dev.plumbline.ui.control;

import dev.plumbline.model.Csv;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of text as CSV (RFC 4180) or as a Markdown table. */
public final class TableText {
    private TableText() {}

    public static String csv(List<String> headers, List<List<String>> rows) {
        return Stream.concat(Stream.of(headers), rows.stream())
                .map(row -> Csv.FOR_SPREADSHEETS.record(row) + "\r\n")
                .collect(Collectors.joining());
    }

    public static String markdown(List<String> headers, List<List<String>> rows) {
        return bar(headers)
                + "|" + " --- |".repeat(headers.size()) + "\n"
                + rows.stream().map(TableText::bar).collect(Collectors.joining());
    }

    private static String bar(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", "<br>"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
