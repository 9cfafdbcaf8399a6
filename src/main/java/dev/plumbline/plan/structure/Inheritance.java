package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;

/** Which parts of partitions and children follow from what is done to their parents, and so have no step of their own. */
final class Inheritance {
    private final State from;
    private final State to;

    Inheritance(State from, State to) {
        this.from = from;
        this.to = to;
    }

    /** Added with the parent's, or by being attached to it. */
    boolean comesWithParent(StructureName part, boolean tableIsFresh) {
        Structure thing = to.find(part);
        if (!isInherited(thing)) {
            return false;
        }
        StructureName table = to.wholeOf(part);
        boolean stays = table != null && !tableIsFresh && staysAttached(table);
        return switch (part.kind()) {
            case COLUMN -> stays || tableIsFresh;
            case CONSTRAINT ->
                switch (thing.property("type")) {
                    case "foreign key" -> true;
                    case "check" -> stays || tableIsFresh && table != null && !to.isPartition(table);
                    default -> false;
                };
            case TRIGGER -> true;
            default -> false;
        };
    }

    /** Dropped with the parent's; what is detached keeps its own. */
    boolean goesWithParent(StructureName part) {
        if (!isInherited(from.find(part))) {
            return false;
        }
        StructureName table = from.wholeOf(part);
        boolean stays = table != null && to.has(table) && staysAttached(table);
        return part.kind() == StructureKind.TRIGGER || stays && !isOfIndex(part);
    }

    /** Inherited before and after, so that what differs differs in the parent. */
    boolean changesWithParent(StructureName part) {
        StructureName table = to.wholeOf(part);
        return !isOfIndex(part)
                && isInherited(from.find(part))
                && isInherited(to.find(part))
                && (part.kind() == StructureKind.TRIGGER || table != null && staysAttached(table));
    }

    private boolean isOfIndex(StructureName part) {
        return part.kind() == StructureKind.INDEX
                || part.kind() == StructureKind.CONSTRAINT
                        && ConstraintIndex.isBacked((from.has(part) ? from : to).find(part));
    }

    boolean staysAttached(StructureName table) {
        Node node = Node.attachmentOf(table);
        return from.has(table)
                && !Aspects.valueOf(node, from).isEmpty()
                && Aspects.valueOf(node, from).equals(Aspects.valueOf(node, to));
    }

    static boolean isInherited(Structure thing) {
        return thing.properties().containsKey("inherited");
    }
}
