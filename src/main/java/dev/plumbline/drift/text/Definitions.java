package dev.plumbline.drift.text;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what a thing is defined by: itself with its parts, and for a part the relation or domain with all of its parts. What an extension made is left out, but for the extension. */
public final class Definitions {
    private record Whole(String schema, String name) {}

    private final Map<Whole, List<Structure>> wholes = new HashMap<>();
    private final Map<StructureName, Structure> alone = new HashMap<>();

    public Definitions(StructureSnapshot state) {
        for (Structure thing : state.things()) {
            StructureName name = thing.name();
            if (thing.ofExtension() && name.kind() != StructureKind.EXTENSION) {
                continue;
            }
            if (isOfWhole(name)) {
                wholes.computeIfAbsent(whole(name), key -> new ArrayList<>()).add(thing);
            } else {
                alone.put(name, thing);
            }
        }
        wholes.values()
                .forEach(things -> things.sort((one, other) -> {
                    int byKind = one.name().kind().compareTo(other.name().kind());
                    return byKind == 0 ? one.name().compareTo(other.name()) : byKind;
                }));
    }

    /** In the order in which they are told; none where the state does not have it. */
    public List<Structure> of(StructureName name) {
        if (isOfWhole(name)) {
            return List.copyOf(wholes.getOrDefault(whole(name), List.of()));
        }
        Structure thing = alone.get(name);
        return thing == null ? List.of() : List.of(thing);
    }

    private static boolean isOfWhole(StructureName name) {
        return name.kind().isPart() || name.kind().hasParts();
    }

    private static Whole whole(StructureName name) {
        return new Whole(
                name.schema() == null ? "" : name.schema().text(),
                name.parent() == null ? name.name() : name.parent().text());
    }
}
