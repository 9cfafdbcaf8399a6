package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what would break a unique index, where it is one of columns only. */
final class IndexCheck {
    private static final Pattern SIMPLE = Pattern.compile(
            " ON (?:ONLY )?(.+?) USING btree \\(([^()]*)\\)(?: INCLUDE \\([^()]*\\))?(?: WHERE (.*))?", Pattern.DOTALL);

    private IndexCheck() {}

    static Optional<DataCheck> of(Structure index, StoredRows rows) {
        IndexText text = IndexText.of(index.property("definition"));
        Matcher parts = SIMPLE.matcher(text.rest());
        if (!text.unique() || !parts.matches()) {
            return Optional.empty();
        }
        List<String> columns = Words.list(parts.group(2)).stream()
                .map(column -> column.substring(0, Words.nameLength(column)))
                .toList();
        Sql present = Words.server(String.join(" IS NOT NULL AND ", columns) + " IS NOT NULL");
        Sql counted =
                parts.group(3) == null ? present : Sql.of("%s AND (%s)", present, rows.expression(parts.group(3)));
        return Optional.of(new DataCheck(
                Sql.of(
                        "SELECT pg_catalog.count(*) FROM (SELECT 1 FROM %s WHERE %s GROUP BY %s HAVING pg_catalog.count(*) > 1) AS twice",
                        rows.table(parts.group(1)), counted, Words.server(String.join(", ", columns))),
                "values that are there more than once"));
    }
}
