package dev.plumbline.model.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is called, by which it is found again in another state. {@code parent} is the relation or domain that a part belongs to. A routine's name holds
 * its argument types, as in {@code post(integer)}, since routines of one name are told apart by them.
 */
public record StructureName(
        StructureKind kind, @Nullable Name schema, @Nullable Name parent, String name)
        implements Comparable<StructureName> {
    private static final Comparator<StructureName> ORDER = Comparator.comparing(
                    StructureName::schema, Comparator.nullsFirst(Comparator.<Name>naturalOrder()))
            .thenComparing(StructureName::parent, Comparator.nullsFirst(Comparator.<Name>naturalOrder()))
            .thenComparing(StructureName::kind)
            .thenComparing(StructureName::name);

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
        return ORDER.compare(this, other);
    }
}
