package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One structure, by name: what belongs to what, what needs what. What an extension made is left out. */
final class State {
    private record Whole(@Nullable Name schema, String name) {}

    private final ServerVersion version;
    private final SortedMap<StructureName, Structure> things = new TreeMap<>();
    private final Map<Whole, StructureName> wholes = new HashMap<>();
    private final Map<Whole, List<Structure>> parts = new HashMap<>();
    private final Map<Node, Set<Node>> needs = new HashMap<>();
    private final Map<Node, Set<Node>> dependents = new HashMap<>();
    private final Map<StructureName, StructureName> ofPartitioned = new HashMap<>();

    State(StructureSnapshot snapshot, Set<String> unknown) {
        version = snapshot.version();
        for (Structure thing : snapshot.things()) {
            StructureName name = thing.name();
            if ((!thing.ofExtension() || name.kind() == StructureKind.EXTENSION)
                    && !unknown.contains(name.kind().words())) {
                things.put(name, thing);
                Name parent = name.parent();
                if (parent != null) {
                    parts.computeIfAbsent(new Whole(name.schema(), parent.text()), none -> new ArrayList<>())
                            .add(thing);
                } else if (name.kind().hasParts()) {
                    wholes.put(new Whole(name.schema(), name.name()), name);
                }
            }
        }
        snapshot.needs().stream().sorted(StructureNeed.ORDER).forEach(this::add);
    }

    private void add(StructureNeed need) {
        if (!things.containsKey(need.of()) || !things.containsKey(need.on())) {
            return;
        }
        if (need.ofPartition()) {
            ofPartitioned.put(need.of(), need.on());
            return;
        }
        // The default of a view's column is made with the view.
        Node of = need.ofDefault()
                        && need.of().kind() == StructureKind.COLUMN
                        && find(need.of()).property("generated").isEmpty()
                ? Node.defaultOf(need.of())
                : Node.whole(need.of());
        if (need.of().kind() == StructureKind.SEQUENCE && need.on().kind() == StructureKind.COLUMN) {
            of = Node.ownerOf(need.of());
        } else if (isTable(need.of()) && isTable(need.on())) {
            of = Node.attachmentOf(need.of());
        } else if (need.of().equals(need.on())) {
            return;
        }
        Node on = Node.whole(need.on());
        needs.computeIfAbsent(of, none -> new LinkedHashSet<>()).add(on);
        dependents.computeIfAbsent(on, none -> new LinkedHashSet<>()).add(of);
    }

    static boolean isTable(StructureName name) {
        return name.kind() == StructureKind.TABLE || name.kind() == StructureKind.FOREIGN_TABLE;
    }

    ServerVersion version() {
        return version;
    }

    SortedMap<StructureName, Structure> things() {
        return things;
    }

    boolean has(StructureName name) {
        return things.containsKey(name);
    }

    Structure find(StructureName name) {
        return Objects.requireNonNull(things.get(name), name::shown);
    }

    /** The relation or domain that a part belongs to; null when it is not among what is compared. */
    @Nullable
    StructureName wholeOf(StructureName part) {
        Name parent = part.parent();
        return parent == null ? null : wholes.get(new Whole(part.schema(), parent.text()));
    }

    List<Structure> partsOf(StructureName whole) {
        return whole.kind().hasParts()
                ? parts.getOrDefault(new Whole(whole.schema(), whole.name()), List.of())
                : List.of();
    }

    List<Structure> columnsOf(StructureName table) {
        return partsOf(table).stream()
                .filter(part -> part.name().kind() == StructureKind.COLUMN)
                .sorted(Comparator.comparingInt(part -> Integer.parseInt(part.property("position"))))
                .toList();
    }

    Set<Node> needsOf(Node node) {
        return needs.getOrDefault(node, Set.of());
    }

    Set<Node> dependentsOf(Node node) {
        return dependents.getOrDefault(node, Set.of());
    }

    Map<Node, Set<Node>> needs() {
        return needs;
    }

    /** The index or constraint of the partitioned table that this one of a partition belongs to. */
    @Nullable
    StructureName partitionedOf(StructureName part) {
        return ofPartitioned.get(part);
    }

    Map<StructureName, StructureName> partitioned() {
        return ofPartitioned;
    }

    /** The tables that a table is a partition of or inherits from. */
    List<StructureName> parentsOf(StructureName table) {
        return needsOf(Node.attachmentOf(table)).stream().map(Node::name).toList();
    }

    boolean isPartition(StructureName table) {
        return !find(table).property("partition bound").isEmpty();
    }

    boolean isPartitioned(StructureName table) {
        return has(table) && !find(table).property("partition by").isEmpty();
    }
}
