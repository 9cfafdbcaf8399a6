package dev.plumbline.model.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is called, by which it is found again in another state. {@code parent} is the relation or domain that a part belongs to. A routine's name holds
 * its argument types, as in {@code post(integer)}, since routines of one name are told apart by them.
 */
public record StructureName(
        StructureKind kind, @Nullable Name schema, @Nullable Name parent, String name)
        implements Comparable<StructureName> {
    /** {@code schema.table.part}, safe to show. */
    public String shown() {
        StringBuilder text = new StringBuilder();
        if (schema != null) {
            text.append(schema.shown()).append('.');
        }
        if (parent != null) {
            text.append(parent.shown()).append('.');
        }
        return text.append(Visible.text(name)).toString();
    }

    @Override
    public int compareTo(StructureName other) {
        int bySchema = compare(schema, other.schema);
        if (bySchema != 0) {
            return bySchema;
        }
        int byParent = compare(parent, other.parent);
        if (byParent != 0) {
            return byParent;
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    /** None comes first. */
    private static int compare(@Nullable Name one, @Nullable Name other) {
        if (Objects.equals(one, other)) {
            return 0;
        }
        if (one == null || other == null) {
            return one == null ? -1 : 1;
        }
        return one.compareTo(other);
    }
}
