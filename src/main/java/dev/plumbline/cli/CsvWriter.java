package dev.plumbline.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records of RFC 4180 with LF line ends. Exact by default, for programs; {@code forSpreadsheets} puts an apostrophe before what a spreadsheet would take
 * for a formula.
 */
record CsvWriter(Console console, boolean forSpreadsheets) {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    void line(List<@Nullable String> fields) {
        console.part(fields.stream().map(this::field).collect(Collectors.joining(",", "", "\n")));
    }

    private String field(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String safe =
                forSpreadsheets && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain =
                safe.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
