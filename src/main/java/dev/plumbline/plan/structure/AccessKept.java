package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to what drops and makes a thing the statements that keep its owner and grants, or the hazard that they are lost. */
final class AccessKept {
    private AccessKept() {}

    /** A thing that comes again has what it had; one that does not has it when the drop is undone. */
    static List<Draft> dropped(StructureName name, List<Draft> drafts, Definition.Way way) {
        Structure was = way.from().find(name);
        boolean again = way.to().has(name);
        if (bears(name.kind())) {
            Optional<List<Sql>> kept = way.access().of(was, way.from());
            kept.ifPresent(statements -> drafts.get(0).andUndo(statements));
            if (again && kept.isEmpty()) {
                drafts.get(0)
                        .hazard(
                                HazardKind.GRANTS_LOST,
                                "It is made again without its grants, owned by who runs the plan.");
            }
        } else if (again && bearsOwner(name.kind())) {
            drafts.get(0).advisory(HazardKind.GRANTS_LOST, "It is made again owned by who runs the plan.");
        }
        return drafts;
    }

    static List<Draft> made(StructureName name, List<Draft> drafts, Definition.Way way) {
        if (!way.from().has(name) || !bears(name.kind())) {
            return drafts;
        }
        List<Draft> all = new ArrayList<>(drafts);
        way.access()
                .of(way.to().find(name), way.to())
                .ifPresent(statements -> statements.forEach(statement -> all.add(new Draft(
                                Definition.shown(way.to().find(name)) + " has the owner and the grants that it had.",
                                statement)
                        .noUndo(StructureStep.NOTHING_TO_UNDO))));
        return all;
    }

    private static boolean bears(StructureKind kind) {
        return switch (kind) {
            case SCHEMA,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    SEQUENCE,
                    TABLE,
                    FOREIGN_TABLE,
                    COLUMN,
                    VIEW,
                    MATERIALIZED_VIEW,
                    ROUTINE,
                    AGGREGATE,
                    FOREIGN_SERVER -> true;
            case COLLATION,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION,
                    EXTENSION,
                    CONSTRAINT,
                    INDEX,
                    TRIGGER,
                    POLICY,
                    RULE,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION -> false;
        };
    }

    private static boolean bearsOwner(StructureKind kind) {
        return switch (kind) {
            case STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    COLLATION,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION -> true;
            default -> false;
        };
    }
}
