package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.StructureKind;
import java.util.List;

/** Statements that follow each other and together drop, change or make one thing. */
record Action(Verb verb, Node node, List<Draft> drafts, boolean referencesTable) {
    private static final List<StructureKind> KINDS = List.of(StructureKind.values());
    private static final List<Node.Aspect> ASPECTS = List.of(Node.Aspect.values());

    enum Verb {
        DROP("-"),
        ALTER("~"),
        MAKE("+");

        private final String sign;

        Verb(String sign) {
            this.sign = sign;
        }
    }

    Action {
        drafts = List.copyOf(drafts);
    }

    String difference() {
        String what = switch (node.aspect()) {
            case WHOLE -> "";
            case DEFAULT -> "default of ";
            case OWNER -> "owner of ";
            case ATTACHMENT -> "attachment of ";
            case REPLICA_IDENTITY -> "replica identity of ";
        };
        return verb.sign + " " + what + node.name().kind().word() + " "
                + node.name().shown();
    }

    /** What can be done earlier has the lower rank: drops, then changes, then what is made, and last what runs by itself and lets others write. */
    int rank() {
        int kind = KINDS.indexOf(node.name().kind()) * 10 + ASPECTS.indexOf(node.aspect());
        int kinds = KINDS.size() * 10;
        boolean alone = drafts.stream().anyMatch(draft -> !draft.transactional());
        boolean early = node.name().kind() == StructureKind.ENUM;
        return switch (verb) {
            case DROP -> (alone ? -kinds : 0) + kinds - kind;
            case ALTER -> kinds + 10 + (alone && !early ? 10 * kinds : kind);
            case MAKE -> 3 * kinds + kind + (alone ? 10 * kinds : 0) + (referencesTable ? 2 * kinds : 0);
        };
    }
}
