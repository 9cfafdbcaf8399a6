package dev.plumbline.drift.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The things of one state that are compared, by name, and the parts of each whole. What an extension made is left out; the extension itself is not. */
final class StructureIndex {
    private final Map<StructureName, Structure> things = new LinkedHashMap<>();
    private final Map<Whole, List<Structure>> parts = new HashMap<>();

    /** A table, view or domain by its name alone: in one schema no two of them bear the same. */
    private record Whole(@Nullable Name schema, String name) {
        static Whole of(StructureName name) {
            return new Whole(
                    name.schema(),
                    name.parent() == null ? name.name() : name.parent().text());
        }
    }

    StructureIndex(StructureSnapshot snapshot) {
        for (Structure thing : snapshot.things()) {
            if (!thing.ofExtension() || thing.name().kind() == StructureKind.EXTENSION) {
                things.put(thing.name(), thing);
            }
        }
        for (Structure thing : things.values()) {
            StructureKind kind = thing.name().kind();
            if (kind.isPart()) {
                parts.computeIfAbsent(Whole.of(thing.name()), whole -> new ArrayList<>())
                        .add(thing);
            } else if (kind.hasParts()) {
                parts.computeIfAbsent(Whole.of(thing.name()), whole -> new ArrayList<>());
            }
        }
    }

    /** In the order of the snapshot, by name. */
    Map<StructureName, Structure> things() {
        return things;
    }

    Structure thing(StructureName name) {
        return Objects.requireNonNull(things.get(name), name::shown);
    }

    /** Whether what the part belongs to is here. */
    boolean holdsWholeOf(StructureName part) {
        return parts.containsKey(Whole.of(part));
    }

    SortedMap<StructureKind, Integer> countParts(StructureName whole) {
        SortedMap<StructureKind, Integer> counts = new TreeMap<>();
        partsOf(whole).forEach(part -> counts.merge(part.name().kind(), 1, Integer::sum));
        return counts;
    }

    private List<Structure> partsOf(StructureName whole) {
        return whole.kind().hasParts() ? parts.getOrDefault(Whole.of(whole), List.of()) : List.of();
    }

    List<String> columnsInOrder(StructureName whole) {
        return partsOf(whole).stream()
                .filter(part -> part.name().kind() == StructureKind.COLUMN)
                .sorted(Comparator.comparingInt(part -> Integer.parseInt(part.property("position"))))
                .map(part -> part.name().name())
                .toList();
    }

    private static Map<String, String> ofStructure(Structure thing) {
        Map<String, String> properties = new TreeMap<>(thing.properties());
        properties.keySet().removeIf(word -> Layer.of(word) != Layer.STRUCTURE);
        properties.replaceAll((word, value) -> OwnName.without(thing, word, value));
        return properties;
    }

    /** Its properties and those of its columns, and what is in a schema: what stays when only its own name changes. */
    List<Object> shape(StructureName name) {
        List<Object> shape = new ArrayList<>();
        shape.add(ofStructure(thing(name)));
        if (name.kind() == StructureKind.SCHEMA) {
            things.keySet().stream()
                    .filter(inside ->
                            inside.schema() != null && inside.schema().text().equals(name.name()))
                    .forEach(inside ->
                            shape.add(List.of(inside.kind(), Optional.ofNullable(inside.parent()), inside.name())));
        }
        for (Structure part : partsOf(name)) {
            if (part.name().kind() == StructureKind.COLUMN) {
                shape.add(part.name().name());
                shape.add(ofStructure(part));
            }
        }
        return shape;
    }
}
