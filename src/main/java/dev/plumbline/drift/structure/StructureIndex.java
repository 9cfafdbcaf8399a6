package dev.plumbline.drift.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The things of one state that are compared, in the order of their names, in which everything is found by halving: the parts of a whole stand together. What an extension made
 * is left out; the extension itself is not.
 */
final class StructureIndex {
    private final List<Structure> things;

    StructureIndex(StructureSnapshot snapshot) {
        things = new ArrayList<>(snapshot.things().size());
        for (Structure thing : snapshot.things()) {
            if (!thing.ofExtension() || thing.name().kind() == StructureKind.EXTENSION) {
                boolean again = !things.isEmpty()
                        && things.get(things.size() - 1).name().equals(thing.name());
                if (again) {
                    things.set(things.size() - 1, thing);
                } else {
                    things.add(thing);
                }
            }
        }
    }

    /** In the order of the snapshot, by name, each name once. */
    List<Structure> things() {
        return things;
    }

    @Nullable
    Structure find(StructureName name) {
        int at = placeOf(name);
        return at < things.size() && things.get(at).name().equals(name) ? things.get(at) : null;
    }

    /** Where it stands, or would stand. */
    int placeOf(StructureName name) {
        return first(thing -> thing.name().compareTo(name) >= 0);
    }

    private Structure thing(StructureName name) {
        return Objects.requireNonNull(find(name), name::shown);
    }

    /** The place of the first thing of which this is true, where it is true of all behind it too. */
    private int first(Predicate<Structure> reached) {
        int low = 0;
        int high = things.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(things.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether what the part belongs to is here. */
    boolean holdsWholeOf(StructureName part) {
        return !wholesOf(part).isEmpty() || !parts(part.schema(), ofWhole(part)).isEmpty();
    }

    /** The table, view or domain that bears the name of the part's whole: in one schema no two of them bear the same. */
    List<Structure> wholesOf(StructureName part) {
        List<Structure> found = new ArrayList<>();
        for (StructureKind kind : StructureKind.values()) {
            if (kind.hasParts()) {
                Structure whole = find(new StructureName(kind, part.schema(), null, ofWhole(part)));
                if (whole != null) {
                    found.add(whole);
                }
            }
        }
        return found;
    }

    private static String ofWhole(StructureName part) {
        return part.parent() == null ? part.name() : part.parent().text();
    }

    SortedMap<StructureKind, Integer> countParts(StructureName whole) {
        SortedMap<StructureKind, Integer> counts = new TreeMap<>();
        partsOf(whole).forEach(part -> counts.merge(part.name().kind(), 1, Integer::sum));
        return counts;
    }

    private List<Structure> partsOf(StructureName whole) {
        return whole.kind().hasParts() ? parts(whole.schema(), whole.name()) : List.of();
    }

    private List<Structure> parts(@Nullable Name schema, String parent) {
        StructureName before = new StructureName(StructureKind.SCHEMA, schema, Name.of(parent), "");
        int at = first(thing -> thing.name().compareTo(before) >= 0);
        int end = at;
        while (end < things.size() && isOf(things.get(end).name(), schema, parent)) {
            end++;
        }
        return things.subList(at, end);
    }

    private static boolean isOf(StructureName part, @Nullable Name schema, String parent) {
        return part.parent() != null
                && part.parent().text().equals(parent)
                && Objects.equals(part.schema(), schema)
                && part.kind().isPart();
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
            things.stream()
                    .map(Structure::name)
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
