package dev.plumbline.operation.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SQL says which extensions there are; which version of one a scratch server happens to bring along is not what it says. And which versions there are comes with a server's major version. */
public final class ExtensionVersions {
    private static final String VERSION = "version";

    private ExtensionVersions() {}

    /** What the SQL made, with the versions that the other side has of the same extensions; of others the version that a server of another major version brings along. */
    static StructureSnapshot asIn(StructureSnapshot other, StructureSnapshot made) {
        return withVersions(other, made);
    }

    /** With the versions that are there by now of the extensions that were declared without one. */
    static StructureSnapshot filled(StructureSnapshot there, StructureSnapshot declared) {
        Map<StructureName, String> versions = versions(there);
        return declared.withThings(declared.things().stream()
                .map(thing -> thing.name().kind() == StructureKind.EXTENSION
                                && thing.property(VERSION).isEmpty()
                        ? with(thing, versions.get(thing.name()))
                        : thing)
                .toList());
    }

    /** What a server of the left one's major version can be brought to: it may not have the versions of the right one. */
    public static StructureSnapshot reachable(StructureSnapshot left, StructureSnapshot right) {
        return isOther(left, right) ? withVersions(left, right) : right;
    }

    /** Extensions of which the right one's version is not what {@link #reachable} has. */
    public static Set<StructureName> left(StructureSnapshot left, StructureSnapshot right) {
        Map<StructureName, String> versions = versions(left);
        return !isOther(left, right)
                ? Set.of()
                : versions(right).entrySet().stream()
                        .filter(each -> !each.getValue().equals(versions.getOrDefault(each.getKey(), each.getValue())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOther(StructureSnapshot left, StructureSnapshot right) {
        return left.version().major() != right.version().major();
    }

    private static StructureSnapshot withVersions(StructureSnapshot of, StructureSnapshot made) {
        Map<StructureName, String> versions = versions(of);
        String unknown = isOther(of, made) ? "" : null;
        List<Structure> things = made.things().stream()
                .map(thing -> thing.name().kind() == StructureKind.EXTENSION
                        ? with(thing, versions.getOrDefault(thing.name(), unknown))
                        : thing)
                .toList();
        return made.withThings(things);
    }

    private static Map<StructureName, String> versions(StructureSnapshot state) {
        Map<StructureName, String> versions = new HashMap<>();
        state.things().stream()
                .filter(thing -> thing.name().kind() == StructureKind.EXTENSION)
                .forEach(thing -> versions.put(thing.name(), thing.property(VERSION)));
        return versions;
    }

    /** @param version null where it stays, empty where the server's own is taken */
    private static Structure with(Structure extension, @Nullable String version) {
        if (version == null) {
            return extension;
        }
        TreeMap<String, String> properties = new TreeMap<>(extension.properties());
        if (version.isEmpty()) {
            properties.remove(VERSION);
        } else {
            properties.put(VERSION, version);
        }
        return new Structure(extension.name(), properties, extension.ofExtension());
    }
}
