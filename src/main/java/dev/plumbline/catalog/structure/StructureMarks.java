package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comments ({@code pg_description}) and membership in extensions ({@code pg_depend}, deptype e), by the row of the catalog that they are about. */
final class StructureMarks {
    private final Map<Row, String> comments = new HashMap<>();
    private final Set<Row> members = new HashSet<>();

    private record Row(String catalog, long oid, long sub) {}

    static List<Query> queries() {
        return List.of(
                new Query("the comments", SqlText.of("structure/comments.sql"), List.of()),
                new Query("the members of extensions", SqlText.of("structure/extension_members.sql"), List.of()));
    }

    static StructureMarks of(Rows comments, Rows members) {
        StructureMarks marks = new StructureMarks();
        for (Rows.Row row : comments.rows()) {
            marks.comments.put(
                    new Row(row.text("catalog"), row.number("oid"), row.number("sub")), row.text("description"));
        }
        for (Rows.Row row : members.rows()) {
            marks.members.add(new Row(row.text("catalog"), row.number("oid"), 0));
        }
        return marks;
    }

    @Nullable
    String comment(String catalog, long oid, long sub) {
        return comments.get(new Row(catalog, oid, sub));
    }

    boolean isOfExtension(String catalog, long oid) {
        return members.contains(new Row(catalog, oid, 0));
    }
}
