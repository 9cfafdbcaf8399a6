package dev.plumbline.ui.control;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of text as CSV (RFC 4180) or as a Markdown table. */
public final class TableText {
    private TableText() {}

    public static String csv(List<String> headers, List<List<String>> rows) {
        return line(headers) + rows.stream().map(TableText::line).collect(Collectors.joining());
    }

    public static String markdown(List<String> headers, List<List<String>> rows) {
        return bar(headers)
                + "|" + " --- |".repeat(headers.size()) + "\n"
                + rows.stream().map(TableText::bar).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TableText::csvCell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String csvCell(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String bar(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", "<br>"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
