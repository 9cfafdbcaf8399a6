package dev.plumbline.model.structure;

import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Sorts things as {@link StructureName#compareTo} has them, relation by relation: most things are a few parts of one among thousands, so that only their kinds and own names have to be compared
 * with each other.
 */
final class StructureOrder {
    private static final Comparator<Structure> BY_NAME = Comparator.comparing(Structure::name);

    /** Of one relation, or of one schema and no relation. */
    private static final Comparator<Structure> BY_KIND = (one, other) -> {
        int byKind = one.name().kind().compareTo(other.name().kind());
        return byKind != 0 ? byKind : one.name().name().compareTo(other.name().name());
    };

    private StructureOrder() {}

    static List<Structure> sorted(List<Structure> things) {
        return isSorted(things) ? List.copyOf(things) : List.copyOf(byRelation(things));
    }

    private static boolean isSorted(List<Structure> things) {
        for (int at = 1; at < things.size(); at++) {
            if (BY_NAME.compare(things.get(at - 1), things.get(at)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Of one schema, or of none. */
    private record Schema(List<Structure> ofNone, Map<Name, List<Structure>> ofRelations) {}

    private static List<Structure> byRelation(List<Structure> things) {
        Map<Name, Schema> schemas = new HashMap<>();
        Schema none = new Schema(new ArrayList<>(), new HashMap<>());
        StructureName before = null;
        List<Structure> beforeAll = none.ofNone;
        for (Structure thing : things) {
            StructureName name = thing.name();
            if (before == null
                    || !Objects.equals(name.schema(), before.schema())
                    || !Objects.equals(name.parent(), before.parent())) {
                beforeAll = place(name, none, schemas);
            }
            beforeAll.add(thing);
            before = name;
        }
        List<Structure> sorted = new ArrayList<>(things.size());
        add(none, sorted);
        new TreeMap<>(schemas).values().forEach(schema -> add(schema, sorted));
        return sorted;
    }

    private static List<Structure> place(StructureName name, Schema none, Map<Name, Schema> schemas) {
        Name schemaName = name.schema();
        Schema schema = schemaName == null
                ? none
                : schemas.computeIfAbsent(schemaName, first -> new Schema(new ArrayList<>(), new HashMap<>()));
        Name parent = name.parent();
        return parent == null ? schema.ofNone : schema.ofRelations.computeIfAbsent(parent, first -> new ArrayList<>());
    }

    private static void add(Schema schema, List<Structure> sorted) {
        schema.ofNone.sort(BY_KIND);
        sorted.addAll(schema.ofNone);
        new TreeMap<>(schema.ofRelations).values().forEach(parts -> {
            parts.sort(BY_KIND);
            sorted.addAll(parts);
        });
    }
}
