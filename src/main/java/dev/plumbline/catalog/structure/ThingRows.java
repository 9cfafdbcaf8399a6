package dev.plumbline.catalog.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.PropertyMap;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.pg.RowSink;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes things of a subject's rows: every column that is no name or number is a property, whose word is the column's name with spaces. */
final class ThingRows implements RowSink {
    private static final Set<String> NO_PROPERTIES =
            Set.of("oid", "sub", "relation", "schema", "parent", "name", "kind");
    private static final String COMMENT = "comment";

    private final StructureSubject subject;
    private final StructureMarks marks;
    private final SeenNames seen;
    private final ThingSink things;
    private @Nullable Columns columns;

    /** Takes what was read and where it stands in its catalog. */
    interface ThingSink {
        void take(Structure thing, int oid, int sub);
    }

    private record Property(String word, int place) {}

    /** Where the cells are; 0 for what the answer does not have. */
    private record Columns(int oid, int sub, int schema, int parent, int name, int kind, List<Property> properties) {
        static Columns of(ResultSetMetaData description) throws SQLException {
            Map<String, Integer> properties = new TreeMap<>();
            Map<String, Integer> others = new TreeMap<>();
            for (int at = 1; at <= description.getColumnCount(); at++) {
                String label = description.getColumnLabel(at);
                if (NO_PROPERTIES.contains(label)) {
                    others.put(label, at);
                } else {
                    properties.put(label.replace('_', ' '), at);
                }
            }
            properties.put(COMMENT, 0);
            return new Columns(
                    others.getOrDefault("oid", 0),
                    others.getOrDefault("sub", 0),
                    others.getOrDefault("schema", 0),
                    others.getOrDefault("parent", 0),
                    others.getOrDefault("name", 0),
                    others.getOrDefault("kind", 0),
                    properties.entrySet().stream()
                            .map(property -> new Property(property.getKey(), property.getValue()))
                            .toList());
        }
    }

    ThingRows(StructureSubject subject, StructureMarks marks, SeenNames seen, ThingSink things) {
        this.subject = subject;
        this.marks = marks;
        this.seen = seen;
        this.things = things;
    }

    @Override
    public void take(ResultSet row) throws SQLException {
        Columns at = columns;
        if (at == null) {
            at = Columns.of(row.getMetaData());
            columns = at;
        }
        int oid = (int) row.getLong(at.oid());
        int sub = at.sub() == 0 ? 0 : row.getInt(at.sub());
        StructureMarks.OfCatalog ofCatalog = marks.of(subject.catalog());
        List<String> words = new ArrayList<>(at.properties().size());
        List<String> values = new ArrayList<>(at.properties().size());
        for (Property property : at.properties()) {
            String value = property.place() == 0 ? ofCatalog.comment(oid, sub) : row.getString(property.place());
            if (value != null) {
                words.add(property.word());
                values.add(value);
            }
        }
        StructureKind kind = at.kind() == 0 ? subject.kinds().get(0) : StructureKind.valueOf(row.getString(at.kind()));
        StructureName name = new StructureName(
                kind, optional(row, at.schema()), optional(row, at.parent()), row.getString(at.name()));
        PropertyMap properties = PropertyMap.of(words.toArray(String[]::new), values.toArray(String[]::new));
        things.take(new Structure(name, properties, ofCatalog.isOfExtension(oid)), oid, sub);
    }

    private @Nullable Name optional(ResultSet row, int place) throws SQLException {
        String text = place == 0 ? null : row.getString(place);
        return text == null ? null : seen.name(text);
    }
}
