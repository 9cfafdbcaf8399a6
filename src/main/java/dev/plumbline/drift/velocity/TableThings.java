package dev.plumbline.drift.velocity;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.List;
import java.util.Optional;

/** A table, its schema and its parts, out of a larger structure. */
record TableThings(SchemaNames names, List<Structure> all) {
    static TableThings of(StructureSnapshot snapshot, SchemaNames names) {
        return new TableThings(
                names,
                snapshot.things().stream()
                        .filter(thing -> belongs(thing.name(), names))
                        .toList());
    }

    private static boolean belongs(StructureName name, SchemaNames names) {
        if (name.kind() == StructureKind.SCHEMA) {
            return name.name().equals(names.schema().text());
        }
        return names.schema().equals(name.schema())
                && (names.table().equals(name.parent())
                        || isTable(name) && name.name().equals(names.table().text()));
    }

    private static boolean isTable(StructureName name) {
        return name.kind() == StructureKind.TABLE || name.kind() == StructureKind.FOREIGN_TABLE;
    }

    Optional<Structure> whole() {
        return all.stream().filter(thing -> isTable(thing.name())).findFirst();
    }

    Optional<Structure> find(StructureKind kind, String name) {
        return all.stream()
                .filter(thing ->
                        thing.name().kind() == kind && thing.name().name().equals(name))
                .findFirst();
    }
}
