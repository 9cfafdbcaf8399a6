package dev.plumbline.drift.velocity;

import dev.plumbline.drift.velocity.WantedTable.UnknownPart;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;

/** What Velocity makes and does not publish the definition of: the policies of roles, the trigger, the column and index of full text search. */
final class UnknownParts {
    private static final int ROLE_LENGTH = 40;
    private static final int TIER_WITH_SEARCH = 2;

    private UnknownParts() {}

    static List<UnknownPart> of(SchemaDefinition definition, SchemaNames names) {
        List<UnknownPart> parts = new ArrayList<>();
        String table = names.table().text();
        parts.add(new UnknownPart(StructureKind.TRIGGER, "trg_" + table + "_touch", "every Velocity table"));
        for (String role : definition.filteredRoles()) {
            String cut = SchemaNames.sanitized(role);
            parts.add(new UnknownPart(
                    StructureKind.POLICY,
                    "pol_" + table + "_role_" + cut.substring(0, Math.min(cut.length(), ROLE_LENGTH)) + "_",
                    "access.rowFilter, role " + role));
        }
        if (definition.tier() >= TIER_WITH_SEARCH) {
            String source = "search.tier Tier" + definition.tier();
            parts.add(new UnknownPart(StructureKind.COLUMN, "__fts", source));
            parts.add(new UnknownPart(StructureKind.INDEX, "idx_" + table + "_fts", source));
        }
        return parts;
    }
}
