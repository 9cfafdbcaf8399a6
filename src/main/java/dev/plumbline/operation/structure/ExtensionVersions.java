package dev.plumbline.operation.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SQL says which extensions there are; which version of one a scratch server happens to bring along is not what it says. */
final class ExtensionVersions {
    private static final String VERSION = "version";

    private ExtensionVersions() {}

    /** What the SQL made, with the versions that the other side has of the same extensions. */
    static StructureSnapshot asIn(StructureSnapshot other, StructureSnapshot made) {
        Map<StructureName, String> versions = new HashMap<>();
        other.things().stream()
                .filter(thing -> thing.name().kind() == StructureKind.EXTENSION)
                .forEach(thing -> versions.put(thing.name(), thing.property(VERSION)));
        List<Structure> things = made.things().stream()
                .map(thing -> versions.containsKey(thing.name())
                        ? with(thing, versions.getOrDefault(thing.name(), ""))
                        : thing)
                .toList();
        return made.withThings(things);
    }

    private static Structure with(Structure extension, String version) {
        TreeMap<String, String> properties = new TreeMap<>(extension.properties());
        properties.put(VERSION, version);
        return new Structure(extension.name(), properties, extension.ofExtension());
    }
}
