package dev.plumbline.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Records of RFC 4180, without their line ends. {@link #EXACT} for programs; {@link #FOR_SPREADSHEETS} puts an apostrophe before what a spreadsheet would
 * take for a formula.
 */
public enum Csv {
    EXACT,
    FOR_SPREADSHEETS;

    private static final String FORMULA_STARTS = "=+-@\t\r";

    public String record(List<String> fields) {
        return fields.stream().map(this::field).collect(Collectors.joining(","));
    }

    private String field(String text) {
        if (text.isEmpty()) {
            return "";
        }
        boolean formula = this == FOR_SPREADSHEETS && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain =
                safe.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
