package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The actions of a plan, not yet in order, and for each node the action that drops, alters or makes it, also where that of its whole does. */
final class Actions {
    private final Fates fates;
    private final Definitions definitions;
    private final Definition.Way way;
    private final List<Action> all = new ArrayList<>();
    private final Map<Node, Action> drops = new HashMap<>();
    private final Map<Node, Action> alters = new HashMap<>();
    private final Map<Node, Action> makes = new HashMap<>();

    private Actions(Fates fates, Definitions definitions) {
        this.fates = fates;
        this.definitions = definitions;
        this.way = fates.way();
    }

    static Actions of(Fates fates, Definitions definitions) {
        Actions actions = new Actions(fates, definitions);
        for (StructureName name : fates.names()) {
            actions.whole(name);
        }
        for (StructureName name : fates.names()) {
            actions.cover(name);
        }
        for (StructureName name : fates.names()) {
            actions.aspects(name);
        }
        return actions;
    }

    List<Action> all() {
        return all;
    }

    @Nullable
    Action drop(Node node) {
        return drops.get(node);
    }

    @Nullable
    Action alter(Node node) {
        return alters.get(node);
    }

    @Nullable
    Action make(Node node) {
        return makes.get(node);
    }

    private void whole(StructureName name) {
        Definition definition = definitions.of(name.kind());
        Node node = Node.whole(name);
        if (fates.goes(name) && !isDroppedWithWhole(name)) {
            add(
                    drops,
                    Action.Verb.DROP,
                    node,
                    AccessKept.dropped(name, definition.unmake(way.from().find(name), way), way));
        }
        if (fates.comes(name) && !isMadeWithWhole(name)) {
            add(
                    makes,
                    Action.Verb.MAKE,
                    node,
                    AccessKept.made(name, definition.make(way.to().find(name), way), way));
        }
        if (fates.of(name) == Fates.Fate.KEPT && !isFollowing(name)) {
            Optional<List<Draft>> drafts =
                    definition.alter(way.from().find(name), way.to().find(name), way);
            drafts.filter(list -> !list.isEmpty()).ifPresent(list -> add(alters, Action.Verb.ALTER, node, list));
        }
    }

    private boolean isFollowing(StructureName name) {
        return name.kind().isPart() && fates.inheritance().changesWithParent(name);
    }

    private void add(Map<Node, Action> map, Action.Verb verb, Node node, List<Draft> drafts) {
        boolean references = node.name().kind() == StructureKind.CONSTRAINT
                && node.aspect() == Node.Aspect.WHOLE
                && verb == Action.Verb.MAKE
                && way.to().find(node.name()).property("type").equals("foreign key");
        Action action = new Action(verb, node, drafts, references);
        all.add(action);
        map.put(node, action);
    }

    private boolean isDroppedWithWhole(StructureName name) {
        if (name.kind() == StructureKind.SEQUENCE) {
            return ownerGoes(name);
        }
        if (!name.kind().isPart()) {
            return false;
        }
        StructureName whole = way.from().wholeOf(name);
        if (whole != null && fates.goes(whole)) {
            return !refersToAnotherThatGoes(name, whole);
        }
        StructureName partitioned = way.from().partitionedOf(name);
        boolean attached = whole != null && fates.inheritance().staysAttached(whole);
        return fates.inheritance().goesWithParent(name) || attached && partitioned != null && fates.goes(partitioned);
    }

    /** Two tables that refer to each other cannot be dropped one after the other. */
    private boolean refersToAnotherThatGoes(StructureName name, StructureName whole) {
        return name.kind() == StructureKind.CONSTRAINT
                && way.from().find(name).property("type").equals("foreign key")
                && !Inheritance.isInherited(way.from().find(name))
                && way.from().needsOf(Node.whole(name)).stream()
                        .map(node -> way.from().wholeOf(node.name()))
                        .anyMatch(other -> other != null && !other.equals(whole) && fates.goes(other));
    }

    /** A sequence goes with the column that it belongs to. */
    private boolean ownerGoes(StructureName sequence) {
        return fates.of(sequence) == Fates.Fate.REMOVED
                && way.from().needsOf(Node.ownerOf(sequence)).stream()
                        .map(Node::name)
                        .anyMatch(column -> fates.goes(column));
    }

    private boolean isMadeWithWhole(StructureName name) {
        if (!name.kind().isPart()) {
            return false;
        }
        StructureName whole = way.to().wholeOf(name);
        boolean fresh = whole != null && way.fresh().contains(whole);
        boolean inline = name.kind() == StructureKind.COLUMN && fresh;
        return inline || fates.inheritance().comesWithParent(name, fresh);
    }

    /** What a part's whole, or the column of a sequence, does stands for what the part has no action for. */
    private void cover(StructureName name) {
        Node node = Node.whole(name);
        if (fates.goes(name) && !drops.containsKey(node)) {
            StructureName by = name.kind() == StructureKind.SEQUENCE
                    ? way.from().needsOf(Node.ownerOf(name)).iterator().next().name()
                    : way.from().wholeOf(name);
            StructureName partitioned = way.from().partitionedOf(name);
            Action action = by == null ? null : dropOf(by);
            if (action == null && partitioned != null) {
                action = drops.get(Node.whole(partitioned));
            }
            if (action != null) {
                drops.put(node, action);
            }
        }
        if (fates.comes(name) && !makes.containsKey(node)) {
            StructureName whole = way.to().wholeOf(name);
            Action action = whole == null ? null : makes.get(Node.whole(whole));
            if (action != null) {
                makes.put(node, action);
            }
        }
    }

    private @Nullable Action dropOf(StructureName name) {
        Action own = drops.get(Node.whole(name));
        StructureName whole = way.from().wholeOf(name);
        return own != null || whole == null ? own : drops.get(Node.whole(whole));
    }

    private void aspects(StructureName name) {
        switch (name.kind()) {
            case COLUMN -> defaultOf(name);
            case SEQUENCE -> aspect(Node.ownerOf(name));
            case TABLE, FOREIGN_TABLE -> {
                attachment(name);
                aspect(Node.replicaIdentityOf(name));
            }
            default -> {}
        }
    }

    private void defaultOf(StructureName column) {
        Node node = Node.defaultOf(column);
        boolean made = fates.comes(column);
        Action own = makes.get(Node.whole(column));
        boolean withTable = own != null && own.node().name().kind() != StructureKind.COLUMN;
        boolean apart = withTable && TableDefinition.isApart(column, way.to());
        if (fates.goes(column)) {
            put(drops, node, drops.get(Node.whole(column)));
        }
        if (made && own != null && !apart) {
            makes.put(node, own);
        } else if (made && apart) {
            add(makes, Action.Verb.MAKE, node, Aspects.drafts(node, Action.Verb.MAKE, way));
        } else if (made) {
            inheritedDefault(node);
        } else if (!fates.goes(column)) {
            aspect(node);
        }
    }

    /** A column that came with the parent's has the parent's default. */
    private void inheritedDefault(Node node) {
        StructureName column = node.name();
        StructureName table = way.to().wholeOf(column);
        String parents = table == null
                ? ""
                : way.to().parentsOf(table).stream()
                        .map(parent -> new StructureName(
                                StructureKind.COLUMN,
                                parent.schema(),
                                dev.plumbline.model.Name.of(parent.name()),
                                column.name()))
                        .filter(way.to()::has)
                        .map(name -> Aspects.valueOf(Node.defaultOf(name), way.to()))
                        .findFirst()
                        .orElse("");
        if (!parents.equals(Aspects.valueOf(node, way.to()))) {
            add(makes, Action.Verb.MAKE, node, Aspects.drafts(node, Action.Verb.MAKE, way));
        }
    }

    private void attachment(StructureName table) {
        Node node = Node.attachmentOf(table);
        Structure now = way.to().has(table) ? way.to().find(table) : null;
        boolean inline = now != null && now.property("partition bound").isEmpty();
        if (fates.goes(table)) {
            put(drops, node, drops.get(Node.whole(table)));
        }
        if (fates.comes(table) && inline) {
            put(makes, node, makes.get(Node.whole(table)));
        } else {
            aspect(node);
        }
    }

    private static void put(Map<Node, Action> map, Node node, @Nullable Action action) {
        if (action != null) {
            map.put(node, action);
        }
    }

    private void aspect(Node node) {
        StructureName name = node.name();
        String was = fates.goes(name) ? "" : Aspects.valueOf(node, way.from());
        String now = Aspects.valueOf(node, way.to());
        boolean again = fates.isReset(node) && !was.isEmpty();
        if (!way.to().has(name) || was.equals(now) && !again) {
            return;
        }
        boolean apart = again || node.aspect() == Node.Aspect.ATTACHMENT;
        if (!was.isEmpty() && (now.isEmpty() || apart)) {
            add(drops, Action.Verb.DROP, node, Aspects.drafts(node, Action.Verb.DROP, way));
        }
        if (!now.isEmpty() && (was.isEmpty() || apart)) {
            add(makes, Action.Verb.MAKE, node, Aspects.drafts(node, Action.Verb.MAKE, way));
        }
        if (!was.isEmpty() && !now.isEmpty() && !apart) {
            add(alters, Action.Verb.ALTER, node, Aspects.drafts(node, Action.Verb.ALTER, way));
        }
    }

    Map<Node, Action> drops() {
        return drops;
    }

    Map<Node, Action> makes() {
        return makes;
    }
}
