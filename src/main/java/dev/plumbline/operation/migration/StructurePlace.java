package dev.plumbline.operation.migration;

import dev.plumbline.model.Name;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import org.jspecify.annotations.Nullable;

/** What of a structure is read together: a relation with all that belongs to it, or everything of a kind that belongs to none. */
record StructurePlace(
        @Nullable StructureKind apart, @Nullable Name schema, String name) {
    static StructurePlace of(StructureName name) {
        return switch (name.kind()) {
            case STATISTICS, PUBLICATION -> all(name.kind());
            case SEQUENCE, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                new StructurePlace(null, name.schema(), name.name());
            default -> {
                // Other kinds may bear the name of a relation.
                Name parent = name.parent();
                yield parent == null
                        ? new StructurePlace(name.kind(), name.schema(), name.name())
                        : new StructurePlace(null, name.schema(), parent.text());
            }
        };
    }

    static StructurePlace of(Relation relation) {
        return new StructurePlace(null, relation.schema(), relation.name().text());
    }

    static StructurePlace all(StructureKind kind) {
        return new StructurePlace(kind, null, "");
    }
}
