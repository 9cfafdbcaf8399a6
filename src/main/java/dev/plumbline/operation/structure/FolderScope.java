package dev.plumbline.operation.structure;

import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which schemas a folder speaks about: those named, or all but the one in which a migration tool keeps its records. What is in no schema, such as an extension, is always looked at.
 */
public record FolderScope(Set<String> schemas, String trackingSchema) {
    public FolderScope {
        schemas = Set.copyOf(schemas);
    }

    /** Only what is looked at; what needs something else is not told to need it. */
    public StructureSnapshot of(StructureSnapshot whole) {
        List<Structure> things = whole.things().stream().filter(this::holds).toList();
        Set<StructureName> names = new HashSet<>();
        things.forEach(thing -> names.add(thing.name()));
        return new StructureSnapshot(
                whole.version(),
                whole.database(),
                things,
                whole.needs().stream()
                        .filter(need -> names.contains(need.of()) && names.contains(need.on()))
                        .toList(),
                whole.notCovered(),
                whole.gaps());
    }

    /** What is to be said about a folder that is laid beside a database. */
    public List<String> notes(StructureSnapshot live, StructureSides.Side folder) {
        List<String> notes = new ArrayList<>(folder.notes());
        for (String schema : missingFrom(live, folder.structure())) {
            notes.add("There is no schema \"" + Visible.text(schema) + "\" on either side.");
        }
        return notes;
    }

    /** Schemas that were asked for and are in neither: most likely misspelt. */
    private Set<String> missingFrom(StructureSnapshot one, StructureSnapshot other) {
        Set<String> missing = new TreeSet<>(schemas);
        for (StructureSnapshot side : List.of(one, other)) {
            side.things().stream()
                    .filter(thing -> thing.name().kind() == StructureKind.SCHEMA)
                    .forEach(thing -> missing.remove(thing.name().name()));
        }
        return missing;
    }

    /** Only what is looked at. */
    public List<Unproved> only(List<Unproved> unproved) {
        return unproved.stream().filter(one -> holds(one.name())).toList();
    }

    private boolean holds(Structure thing) {
        return holds(thing.name());
    }

    private boolean holds(StructureName name) {
        String schema = name.kind() == StructureKind.SCHEMA
                ? name.name()
                : name.schema() == null ? null : name.schema().text();
        if (schema == null) {
            return true;
        }
        return schemas.isEmpty() ? !schema.equals(trackingSchema) : schemas.contains(schema);
    }
}
