package dev.plumbline.drift.velocity;

import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.model.structure.StructureKind;
import java.util.List;
import java.util.Set;

/** The kinds of parts that a SchemaDefinition asks for. {@code byDefinition}: one of another name with the same definition serves as well. */
public enum WantedKind {
    COLUMN(StructureKind.COLUMN, false, SchemaCause.COLUMN_MISSING, SchemaCause.COLUMN_DIFFERS),
    CONSTRAINT(StructureKind.CONSTRAINT, true, SchemaCause.CONSTRAINT_MISSING, SchemaCause.CONSTRAINT_DIFFERS),
    INDEX(StructureKind.INDEX, true, SchemaCause.INDEX_MISSING, SchemaCause.INDEX_DIFFERS),
    POLICY(StructureKind.POLICY, true, SchemaCause.POLICY_MISSING, SchemaCause.POLICY_DIFFERS);

    private static final Set<String> NOT_USABLE = Set.of("invalid", "not ready");

    private final StructureKind kind;
    private final boolean byDefinition;
    private final SchemaCause missing;
    private final SchemaCause differing;

    WantedKind(StructureKind kind, boolean byDefinition, SchemaCause missing, SchemaCause differing) {
        this.kind = kind;
        this.byDefinition = byDefinition;
        this.missing = missing;
        this.differing = differing;
    }

    public StructureKind kind() {
        return kind;
    }

    boolean isByDefinition() {
        return byDefinition;
    }

    SchemaCause missing() {
        return missing;
    }

    SchemaCause differing(List<Property> properties) {
        return properties.stream().anyMatch(property -> NOT_USABLE.contains(property.word()))
                ? SchemaCause.INDEX_INVALID
                : differing;
    }
}
