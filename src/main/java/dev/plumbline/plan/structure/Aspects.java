package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.List;

/** What of a thing is given and taken by a statement of its own: a column's default, the owner of a sequence, the parent of a table, its replica identity. */
final class Aspects {
    private Aspects() {}

    static String valueOf(Node node, State state) {
        if (!state.has(node.name())) {
            return "";
        }
        Structure thing = state.find(node.name());
        return switch (node.aspect()) {
            case WHOLE -> "";
            case DEFAULT -> thing.property("default");
            case OWNER -> thing.property("owned by");
            case ATTACHMENT ->
                thing.property("inherits").isEmpty()
                        ? ""
                        : thing.property("inherits") + " " + thing.property("partition bound");
            case REPLICA_IDENTITY -> thing.property("replica identity");
        };
    }

    /** Gives it what it has in this state, which may be nothing. */
    static List<Sql> give(Node node, State state) {
        Structure thing = state.find(node.name());
        String value = valueOf(node, state);
        return switch (node.aspect()) {
            case WHOLE -> List.of();
            case DEFAULT -> List.of(defaultOf(thing, value));
            case OWNER ->
                List.of(Sql.of(
                        "ALTER SEQUENCE %s OWNED BY %s",
                        Words.qualified(node.name()), value.isEmpty() ? Sql.of("NONE") : Words.server(value)));
            case ATTACHMENT -> attached(thing);
            case REPLICA_IDENTITY -> List.of(replicaIdentity(thing, value));
        };
    }

    /** Takes it away. */
    static List<Sql> take(Node node, State state) {
        Structure thing = state.find(node.name());
        return switch (node.aspect()) {
            case WHOLE -> List.of();
            case DEFAULT -> List.of(defaultOf(thing, ""));
            case OWNER -> List.of(Sql.of("ALTER SEQUENCE %s OWNED BY NONE", Words.qualified(node.name())));
            case ATTACHMENT -> detached(thing);
            case REPLICA_IDENTITY -> List.of(replicaIdentity(thing, ""));
        };
    }

    private static Sql defaultOf(Structure column, String value) {
        return value.isEmpty()
                ? Sql.of(
                        "ALTER TABLE ONLY %s ALTER COLUMN %I DROP DEFAULT",
                        Words.parent(column.name()), Words.name(column))
                : Sql.of(
                        "ALTER TABLE ONLY %s ALTER COLUMN %I SET DEFAULT %s",
                        Words.parent(column.name()), Words.name(column), Words.server(value));
    }

    private static List<Sql> attached(Structure table) {
        List<Sql> statements = new ArrayList<>();
        String bound = table.property("partition bound");
        for (String parent : Words.list(table.property("inherits"))) {
            statements.add(
                    bound.isEmpty()
                            ? Sql.of("ALTER TABLE %s INHERIT %s", Words.qualified(table.name()), Words.server(parent))
                            : Sql.of(
                                    "ALTER TABLE %s ATTACH PARTITION %s %s",
                                    Words.server(parent), Words.qualified(table.name()), Words.server(bound)));
        }
        return statements;
    }

    private static List<Sql> detached(Structure table) {
        List<Sql> statements = new ArrayList<>();
        boolean partition = !table.property("partition bound").isEmpty();
        for (String parent : Words.list(table.property("inherits"))) {
            statements.add(
                    partition
                            ? Sql.of(
                                    "ALTER TABLE %s DETACH PARTITION %s",
                                    Words.server(parent), Words.qualified(table.name()))
                            : Sql.of(
                                    "ALTER TABLE %s NO INHERIT %s",
                                    Words.qualified(table.name()), Words.server(parent)));
        }
        return statements;
    }

    private static Sql replicaIdentity(Structure table, String value) {
        Sql identity = switch (value) {
            case "" -> Sql.of("DEFAULT");
            case "full" -> Sql.of("FULL");
            case "nothing" -> Sql.of("NOTHING");
            default -> Sql.of("USING INDEX %I", Name.of(value));
        };
        return Sql.of("ALTER TABLE ONLY %s REPLICA IDENTITY %s", Words.qualified(table.name()), identity);
    }

    /** The drafts that give it what it has in {@code to}, or take what it has in {@code from}. */
    static List<Draft> drafts(Node node, Action.Verb verb, Definition.Way way) {
        List<Sql> now = verb == Action.Verb.DROP ? take(node, way.from()) : give(node, way.to());
        List<Sql> back = verb == Action.Verb.MAKE ? take(node, way.to()) : give(node, way.from());
        String reason = what(node) + (verb == Action.Verb.DROP ? " makes place for what changes." : " differs.");
        List<Draft> drafts = new ArrayList<>();
        for (int at = 0; at < now.size(); at++) {
            Draft draft = new Draft(reason, now.get(at));
            if (node.aspect() != Node.Aspect.OWNER) {
                draft.lock(
                        node.aspect() == Node.Aspect.ATTACHMENT && verb == Action.Verb.MAKE
                                ? Draft.SHARE_UPDATE_EXCLUSIVE
                                : Draft.ACCESS_EXCLUSIVE);
            }
            if (node.aspect() == Node.Aspect.REPLICA_IDENTITY) {
                draft.hazard(HazardKind.NOT_REPLICA_SAFE, "Subscribers may not find the rows that change.");
            }
            if (node.aspect() == Node.Aspect.ATTACHMENT && verb == Action.Verb.MAKE) {
                draft.advisory(HazardKind.CONSTRAINT_SCAN, "Rows that are there are read, to see whether they belong.");
            }
            if (at == 0 && !back.isEmpty()) {
                draft.undo(Sql.join(";\n", back));
            } else {
                draft.noUndo(StructureStep.NOTHING_TO_UNDO);
            }
            drafts.add(draft);
        }
        return drafts;
    }

    private static String what(Node node) {
        StructureName name = node.name();
        return node.aspect().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " of "
                + name.kind().word() + " " + name.shown();
    }
}
