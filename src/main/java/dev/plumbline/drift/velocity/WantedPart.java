package dev.plumbline.drift.velocity;

import dev.plumbline.model.Sql;
import java.util.Set;

/**
 * One thing that a SchemaDefinition asks for. {@code sql} makes it; {@code source} is the line of the resource or the rule that asks for it. {@code compared} are the
 * properties, as in {@link dev.plumbline.model.structure.Structure}, in which the live thing must be the same; a thing that is only to exist has none.
 */
public record WantedPart(WantedKind kind, String name, Sql sql, String source, Set<String> compared) {
    public WantedPart {
        compared = Set.copyOf(compared);
    }
}
