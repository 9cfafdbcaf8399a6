package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts actions in an order in which each finds what it needs; among those that could come next the one of lowest rank does. */
final class ActionOrder {
    private final Actions actions;
    private final Definition.Way way;
    private final Map<Action, Integer> numbers = new HashMap<>();
    private final List<Set<Integer>> after = new ArrayList<>();
    private final int[] waitsFor;

    private ActionOrder(Actions actions, Definition.Way way) {
        this.actions = actions;
        this.way = way;
        for (Action action : actions.all()) {
            numbers.put(action, numbers.size());
            after.add(new HashSet<>());
        }
        waitsFor = new int[numbers.size()];
    }

    static List<Action> sort(Actions actions, Definition.Way way) {
        ActionOrder order = new ActionOrder(actions, way);
        order.needs();
        order.implied();
        order.partitions();
        order.names();
        order.sequences();
        return order.sorted();
    }

    private void edge(@Nullable Action first, @Nullable Action second) {
        if (first == null || second == null || first.equals(second)) {
            return;
        }
        int from = numbers.getOrDefault(first, -1);
        int to = numbers.getOrDefault(second, -1);
        if (from >= 0 && to >= 0 && after.get(from).add(to)) {
            waitsFor[to]++;
        }
    }

    /** {@code of} needed {@code on}: it goes, or changes, before that goes or changes. */
    private void needed(Node of, Node on) {
        edge(actions.drop(of), actions.drop(on));
        edge(actions.drop(of), actions.alter(on));
        edge(actions.alter(of), actions.drop(on));
    }

    /** {@code of} will need {@code on}. */
    private void willNeed(Node of, Node on) {
        for (Action maker : List.of(on).stream()
                .flatMap(node -> java.util.stream.Stream.of(actions.make(node), actions.alter(node)))
                .filter(java.util.Objects::nonNull)
                .toList()) {
            edge(maker, actions.make(of));
            edge(maker, actions.alter(of));
        }
    }

    private void needs() {
        way.from().needs().forEach((of, on) -> on.forEach(one -> needed(of, one)));
        way.to().needs().forEach((of, on) -> on.forEach(one -> willNeed(of, one)));
        actions.drops().forEach((node, drop) -> edge(drop, actions.make(node)));
    }

    /** What no catalog has to say: a thing needs its schema, a part its whole. */
    private void implied() {
        way.from().things().keySet().forEach(name -> implied(way.from(), name, this::needed));
        way.to().things().keySet().forEach(name -> implied(way.to(), name, this::willNeed));
    }

    private interface Need {
        void tell(Node of, Node on);
    }

    private void implied(State state, StructureName name, Need need) {
        Node node = Node.whole(name);
        if (name.schema() != null && !name.kind().isPart()) {
            need.tell(
                    node,
                    Node.whole(new StructureName(
                            StructureKind.SCHEMA, null, null, name.schema().text())));
        }
        StructureName whole = state.wholeOf(name);
        if (whole != null) {
            need.tell(node, Node.whole(whole));
        }
        switch (name.kind()) {
            case COLUMN -> need.tell(Node.defaultOf(name), node);
            case SEQUENCE -> need.tell(Node.ownerOf(name), node);
            case EXTENSION ->
                need.tell(
                        node,
                        Node.whole(new StructureName(
                                StructureKind.SCHEMA,
                                null,
                                null,
                                state.find(name).property("in schema"))));
            case TABLE, FOREIGN_TABLE -> ofTable(state, name, need);
            default -> {}
        }
    }

    private void ofTable(State state, StructureName table, Need need) {
        Node attachment = Node.attachmentOf(table);
        Node identity = Node.replicaIdentityOf(table);
        need.tell(attachment, Node.whole(table));
        need.tell(identity, Node.whole(table));
        String identityName = state.find(table).property("replica identity");
        for (Structure part : state.partsOf(table)) {
            boolean isIdentity = part.name().name().equals(identityName)
                    && (part.name().kind() == StructureKind.INDEX || part.name().kind() == StructureKind.CONSTRAINT);
            if (isIdentity) {
                need.tell(identity, Node.whole(part.name()));
            }
            boolean shared = part.name().kind() == StructureKind.COLUMN
                    || part.name().kind() == StructureKind.CONSTRAINT
                            && part.property("type").equals("check");
            if (shared && hasOwnAction(attachment)) {
                need.tell(attachment, Node.whole(part.name()));
            }
        }
        for (StructureName parent : state.parentsOf(table)) {
            state.columnsOf(parent).forEach(column -> need.tell(attachment, Node.whole(column.name())));
        }
    }

    /** A table that is made as a child is attached by that very statement. */
    private boolean hasOwnAction(Node attachment) {
        Action make = actions.make(attachment);
        return make == null || make.node().equals(attachment);
    }

    /** The parts of partitions are there before the parent's, which then finds them; what is detached is free to be dropped. */
    private void partitions() {
        way.to().partitioned().forEach((part, whole) -> {
            edge(actions.make(Node.whole(part)), actions.make(Node.whole(whole)));
            StructureName table = way.to().wholeOf(part);
            if (table != null) {
                edge(actions.make(Node.whole(part)), actions.make(Node.attachmentOf(table)));
            }
        });
        way.from().partitioned().forEach((part, whole) -> {
            StructureName table = way.from().wholeOf(part);
            if (table != null) {
                edge(actions.drop(Node.attachmentOf(table)), actions.drop(Node.whole(part)));
            }
        });
        for (StructureName table : way.from().things().keySet()) {
            Action detached = State.isTable(table) ? actions.drop(Node.attachmentOf(table)) : null;
            if (detached != null) {
                way.from().partsOf(table).stream()
                        .filter(Inheritance::isInherited)
                        .forEach(part -> edge(detached, actions.drop(Node.whole(part.name()))));
            }
        }
    }

    /** Relations of one schema share their names, with the indexes of constraints among them; so do types. */
    private void names() {
        Map<List<Object>, List<Action>> going = new HashMap<>();
        actions.drops()
                .forEach((node, action) -> key(node, way.from())
                        .ifPresent(key -> going.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(action)));
        actions.makes()
                .forEach((node, action) -> key(node, way.to())
                        .ifPresent(key -> going.getOrDefault(key, List.of()).forEach(drop -> edge(drop, action))));
    }

    private static java.util.Optional<List<Object>> key(Node node, State state) {
        StructureName name = node.name();
        if (node.aspect() != Node.Aspect.WHOLE || name.schema() == null || !state.has(name)) {
            return java.util.Optional.empty();
        }
        boolean named = switch (name.kind()) {
            case COLUMN, ROUTINE, TRIGGER, POLICY, RULE, STATISTICS -> false;
            case COLLATION,
                    FOREIGN_SERVER,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION -> false;
            case CONSTRAINT -> ConstraintIndex.isBacked(state.find(name));
            default -> true;
        };
        return named ? java.util.Optional.of(List.of(name.schema(), name.name())) : java.util.Optional.empty();
    }

    /** The sequence of an identity column takes a name that another may have had, or is to have. */
    private void sequences() {
        for (Action action : actions.all()) {
            StructureName name = action.node().name();
            boolean ofColumn =
                    name.kind() == StructureKind.COLUMN && action.node().aspect() == Node.Aspect.WHOLE;
            if (ofColumn && action.verb() != Action.Verb.DROP && identity(way.to(), name)) {
                actions.drops().forEach((node, drop) -> {
                    if (node.name().kind() == StructureKind.SEQUENCE) {
                        edge(drop, action);
                    }
                });
            }
            if (ofColumn && action.verb() != Action.Verb.MAKE && identity(way.from(), name)) {
                actions.makes().forEach((node, make) -> {
                    if (node.equals(Node.whole(node.name())) && node.name().kind() == StructureKind.SEQUENCE) {
                        edge(action, make);
                    }
                });
            }
        }
    }

    private static boolean identity(State state, StructureName column) {
        return state.has(column) && !state.find(column).property("identity").isEmpty();
    }

    private List<Action> sorted() {
        Comparator<Integer> order = Comparator.<Integer>comparingInt(
                        number -> actions.all().get(number).rank())
                .thenComparing(number -> actions.all().get(number).node().name())
                .thenComparing(number -> number);
        TreeSet<Integer> ready = new TreeSet<>(order);
        Set<Integer> left = new TreeSet<>(order);
        for (int number = 0; number < waitsFor.length; number++) {
            left.add(number);
            if (waitsFor[number] == 0) {
                ready.add(number);
            }
        }
        List<Action> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            // In a circle the one of lowest rank goes first: the server refuses what it cannot do yet, and nothing is
            // changed.
            int next = ready.isEmpty() ? firstOfACircle(left) : ready.first();
            ready.remove(next);
            if (left.remove(next)) {
                sorted.add(actions.all().get(next));
                for (int one : after.get(next)) {
                    waitsFor[one]--;
                    if (waitsFor[one] == 0 && left.contains(one)) {
                        ready.add(one);
                    }
                }
            }
        }
        return sorted;
    }

    /** One that waits for nothing but what waits for it. */
    private int firstOfACircle(Set<Integer> left) {
        for (int number : left) {
            Set<Integer> followers = followers(number, left);
            boolean waitsOutside = left.stream()
                    .filter(other -> !followers.contains(other))
                    .anyMatch(other -> followers(other, left).contains(number));
            if (!waitsOutside) {
                return number;
            }
        }
        throw new IllegalStateException("where all wait, some wait in a circle");
    }

    private Set<Integer> followers(int number, Set<Integer> left) {
        Set<Integer> found = new HashSet<>();
        List<Integer> look = new ArrayList<>(List.of(number));
        while (!look.isEmpty()) {
            for (int next : after.get(look.remove(look.size() - 1))) {
                if (left.contains(next) && found.add(next)) {
                    look.add(next);
                }
            }
        }
        return found;
    }
}
