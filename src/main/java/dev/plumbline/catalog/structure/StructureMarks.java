package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comments ({@code pg_description}) and membership in extensions ({@code pg_depend}, deptype e), by the row of the catalog that they are about. */
final class StructureMarks {
    private final Map<String, OfCatalog> catalogs = new HashMap<>();

    /** Those of one catalog, of which most have none. */
    static final class OfCatalog {
        private final Map<Long, String> comments = new HashMap<>();
        private final Set<Integer> members = new HashSet<>();

        @Nullable
        String comment(int oid, int sub) {
            return comments.isEmpty() ? null : comments.get(key(oid, sub));
        }

        boolean isOfExtension(int oid) {
            return !members.isEmpty() && members.contains(oid);
        }
    }

    private static long key(int oid, int sub) {
        return (long) oid << Integer.SIZE | sub;
    }

    /** What has to be read before anything that is marked. */
    List<Walk> walks() {
        return List.of(
                new Walk(
                        new Query("the comments", SqlText.of("structure/comments.sql"), List.of()),
                        row -> of(row.getString("catalog"))
                                .comments
                                .put(key((int) row.getLong("oid"), row.getInt("sub")), row.getString("description"))),
                new Walk(
                        new Query(
                                "the members of extensions", SqlText.of("structure/extension_members.sql"), List.of()),
                        row -> of(row.getString("catalog")).members.add((int) row.getLong("oid"))));
    }

    OfCatalog of(String catalog) {
        return catalogs.computeIfAbsent(catalog, none -> new OfCatalog());
    }
}
