package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Column;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.lint.TypeName;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** PG110: an order of columns that leaves gaps in every row: a value begins where its type's alignment allows (PostgreSQL manual 66.6, {@code typalign}). Told from eight bytes on. */
public final class ColumnsUnaligned implements LintRule {
    private static final long EIGHT = 8;
    private static final long WORTH_TELLING = 8;
    private static final Long VARIABLE = 0L;
    private static final Map<String, Long> WIDTHS = Map.ofEntries(
            Map.entry("bool", 1L),
            Map.entry("int2", 2L),
            Map.entry("smallserial", 2L),
            Map.entry("int4", 4L),
            Map.entry("serial", 4L),
            Map.entry("float4", 4L),
            Map.entry("date", 4L),
            Map.entry("oid", 4L),
            Map.entry("int8", 8L),
            Map.entry("bigserial", 8L),
            Map.entry("float8", 8L),
            Map.entry("timestamp", 8L),
            Map.entry("timestamptz", 8L),
            Map.entry("time", 8L));

    @Override
    public RuleCode code() {
        return RuleCode.PG110;
    }

    @Override
    public List<Found> look(Seen seen) {
        if (!seen.is("CreateStmt")) {
            return List.of();
        }
        List<Long> widths = new ArrayList<>();
        for (Node element : seen.tree().nodes("tableElts")) {
            TypeName type = element.is("ColumnDef") ? Column.of(element).type() : null;
            if (type != null) {
                widths.add(
                        WIDTHS.getOrDefault(type.isArray() || !type.schema().isEmpty() ? "" : type.name(), VARIABLE));
            }
        }
        int fixed = (int) widths.stream().filter(width -> width > 0).count();
        List<Long> best = widths.stream().sorted(Comparator.reverseOrder()).toList();
        long wasted = size(widths) - size(best);
        return fixed < 2 || wasted < WORTH_TELLING || widths.contains(VARIABLE) && isBehindVariable(widths)
                ? List.of()
                : List.of(new Found(
                        seen.table().shown(),
                        "The order of its columns costs every row of "
                                + seen.table().shown() + " " + wasted + " bytes of gaps.",
                        "Put columns of eight bytes first, then four, two and one, and those of any length last."));
    }

    /** What stands behind a value of any length begins anywhere: nothing can be counted. */
    private static boolean isBehindVariable(List<Long> widths) {
        return widths.subList(widths.indexOf(VARIABLE), widths.size()).stream().anyMatch(width -> width > 0);
    }

    private static long size(List<Long> widths) {
        long at = 0;
        for (long width : widths) {
            if (width > 0) {
                long align = Math.min(width, EIGHT);
                at = (at + align - 1) / align * align + width;
            }
        }
        return (at + EIGHT - 1) / EIGHT * EIGHT;
    }
}
