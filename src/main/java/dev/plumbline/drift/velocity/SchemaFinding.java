package dev.plumbline.drift.velocity;

import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.model.structure.StructureName;
import java.util.List;

/** One thing in which a live table is not what its SchemaDefinition asks for. {@code source} is the line or rule that asks for it, empty where none does. */
public record SchemaFinding(SchemaCause cause, StructureName name, String source, List<Property> properties) {
    public SchemaFinding {
        properties = List.copyOf(properties);
    }
}
