package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two things of one name that are not the same in every property, or one that has no counterpart; also what is the same itself while a column of it is not, since its columns
 * may stand in another order. Both states are walked once, side by side: of hundreds of thousands of things most are the same.
 */
record Unequal(
        StructureName name,
        @Nullable Structure from,
        @Nullable Structure to) {
    /** By name. */
    static Collection<Unequal> of(StructureIndex before, StructureIndex after) {
        Map<StructureName, Unequal> found = new TreeMap<>();
        List<Structure> from = before.things();
        List<Structure> to = after.things();
        List<StructureName> columns = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < from.size() || right < to.size()) {
            int order = left == from.size()
                    ? 1
                    : right == to.size()
                            ? -1
                            : from.get(left).name().compareTo(to.get(right).name());
            Structure old = order <= 0 ? from.get(left++) : null;
            Structure now = order >= 0 ? to.get(right++) : null;
            if (old == null || now == null || !old.properties().equals(now.properties())) {
                StructureName name =
                        Objects.requireNonNull(old == null ? now : old).name();
                found.put(name, new Unequal(name, old, now));
                if (name.kind() == StructureKind.COLUMN) {
                    columns.add(name);
                }
            }
        }
        for (StructureName column : columns) {
            for (Structure whole : before.wholesOf(column)) {
                Structure now = after.find(whole.name());
                if (now != null) {
                    found.putIfAbsent(whole.name(), new Unequal(whole.name(), whole, now));
                }
            }
        }
        return found.values();
    }
}
