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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two things of one name that are not the same in every property, or one that has no counterpart; also what is the same itself while a column of it is not, since its columns
 * may stand in another order. Both states are walked once, side by side: of hundreds of thousands of things most are the same.
 */
record Unequal(
        StructureName name,
        @Nullable Structure from,
        @Nullable Structure to) {
    /** Fewer are not worth a second processor. */
    private static final int SLICE = 20_000;

    /** By name. */
    static Collection<Unequal> of(StructureIndex before, StructureIndex after) {
        Map<StructureName, Unequal> found = new TreeMap<>();
        IntStream.range(0, Math.max(1, (before.things().size() + SLICE - 1) / SLICE))
                .parallel()
                .mapToObj(slice -> ofSlice(slice, before, after))
                .toList()
                .forEach(some -> some.forEach(one -> found.put(one.name(), one)));
        List<StructureName> columns = found.keySet().stream()
                .filter(name -> name.kind() == StructureKind.COLUMN)
                .toList();
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

    /** The first slice begins with the first things of both states, the last one ends with their last. */
    private static List<Unequal> ofSlice(int slice, StructureIndex before, StructureIndex after) {
        List<Structure> all = before.things();
        int begin = slice * SLICE;
        int end = Math.min(begin + SLICE, all.size());
        int otherBegin = begin == 0 ? 0 : after.placeOf(all.get(begin).name());
        int otherEnd = end == all.size()
                ? after.things().size()
                : after.placeOf(all.get(end).name());
        return sideBySide(all.subList(begin, end), after.things().subList(otherBegin, otherEnd));
    }

    private static List<Unequal> sideBySide(List<Structure> from, List<Structure> to) {
        List<Unequal> found = new ArrayList<>();
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
                found.add(new Unequal(
                        Objects.requireNonNull(old == null ? now : old).name(), old, now));
            }
        }
        return found;
    }
}
