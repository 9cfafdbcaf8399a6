package dev.plumbline.runbook.step;

import dev.plumbline.operation.runbook.SqlRows;
import java.util.ArrayList;
import java.util.List;

/** What a step saw, as lines; long ones and many are cut, and that is said. */
final class Evidence {
    private static final int MOST_LINES = 200;
    private static final int LONGEST = 2_000;
    private static final int WIDE = 4;

    private Evidence() {}

    /** A row a line; a single row of many columns is read better a column a line. */
    static List<String> of(SqlRows rows) {
        List<String> lines = new ArrayList<>();
        boolean isWide = rows.columns().size() >= WIDE && rows.total() == 1;
        if (isWide) {
            List<String> row = rows.rows().get(0);
            for (int at = 0; at < row.size(); at++) {
                lines.add(rows.columns().get(at) + ": " + row.get(at));
            }
        } else {
            if (!rows.columns().isEmpty()) {
                lines.add(String.join(" | ", rows.columns()));
            }
            rows.rows().forEach(row -> lines.add(String.join(" | ", row)));
        }
        lines.add(rows.total() == 1 ? "(1 row)" : "(" + rows.total() + " rows)");
        return capped(lines);
    }

    static String tables(int count) {
        return count == 1 ? "1 table" : count + " tables";
    }

    static List<String> capped(List<String> lines) {
        List<String> shown = new ArrayList<>();
        for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            shown.add(
                    line.length() > LONGEST
                            ? line.substring(0, LONGEST) + " … (" + line.length() + " characters)"
                            : line);
        }
        if (lines.size() > MOST_LINES) {
            shown.add("… and " + (lines.size() - MOST_LINES) + " more lines.");
        }
        return shown;
    }
}
