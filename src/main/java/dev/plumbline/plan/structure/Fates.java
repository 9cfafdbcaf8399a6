package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of each thing: it stays (and may be altered), comes, goes, or is dropped and made anew, because it cannot be altered or because what it needs goes or
 * changes under it.
 */
final class Fates {
    enum Fate {
        KEPT,
        ADDED,
        REMOVED,
        REMADE
    }

    private final Definition.Way way;
    private final Definitions definitions;
    private final Inheritance inheritance;
    private final Map<StructureName, Fate> fates = new HashMap<>();
    private final Set<Node> resets = new HashSet<>();
    private final Set<StructureName> fresh;
    private final List<StructurePlan.NotPlanned> refused = new ArrayList<>();
    private final Deque<StructureName> disturbed = new ArrayDeque<>();
    private final Set<StructureName> seen = new HashSet<>();

    private Fates(Definition.Way way, Definitions definitions, Set<StructureName> fresh) {
        this.way = way;
        this.definitions = definitions;
        this.fresh = fresh;
        this.inheritance = new Inheritance(way.from(), way.to());
    }

    /** Also tells {@code way} which wholes are made. */
    static Fates compute(
            State from,
            State to,
            StructureOptions options,
            Definitions definitions,
            GivenBack access,
            StoredRows rows) {
        Set<StructureName> fresh = new HashSet<>();
        Fates fates = new Fates(new Definition.Way(from, to, options, fresh, access, rows), definitions, fresh);
        fates.begin();
        fates.spread();
        return fates;
    }

    Definition.Way way() {
        return way;
    }

    Inheritance inheritance() {
        return inheritance;
    }

    Fate of(StructureName name) {
        return Objects.requireNonNull(fates.get(name), name::shown);
    }

    Set<StructureName> names() {
        return new TreeSet<>(fates.keySet());
    }

    /** Whether what a node stands for has to be taken away and given again, though it does not differ. */
    boolean isReset(Node node) {
        return resets.contains(node);
    }

    List<StructurePlan.NotPlanned> refused() {
        return refused;
    }

    /** True when the thing is dropped, whether or not it comes again. */
    boolean goes(StructureName name) {
        return fates.get(name) == Fate.REMOVED || fates.get(name) == Fate.REMADE;
    }

    boolean comes(StructureName name) {
        return fates.get(name) == Fate.ADDED || fates.get(name) == Fate.REMADE;
    }

    private void begin() {
        Set<StructureName> names = new TreeSet<>(way.from().things().keySet());
        names.addAll(way.to().things().keySet());
        for (StructureName name : names) {
            if (!name.kind().isPart() && !way.from().has(name)) {
                fresh.add(name);
            }
        }
        for (StructureName name : names) {
            if (!way.to().has(name)) {
                put(name, Fate.REMOVED);
            } else if (!way.from().has(name)) {
                put(name, Fate.ADDED);
            } else {
                fates.putIfAbsent(name, Fate.KEPT);
            }
        }
        for (StructureName name : names) {
            if (fates.get(name) == Fate.KEPT && !isFollowing(name)) {
                Structure was = way.from().find(name);
                Structure now = way.to().find(name);
                if (definitions.of(name.kind()).alter(was, now, way).isEmpty()) {
                    put(name, Fate.REMADE);
                } else if (isRetyped(was, now)) {
                    disturbed.add(name);
                }
            }
        }
    }

    private boolean isFollowing(StructureName name) {
        return name.kind().isPart() && inheritance.changesWithParent(name);
    }

    private static boolean isRetyped(Structure was, Structure now) {
        return switch (now.name().kind()) {
            case COLUMN -> ColumnType.differs(was, now);
            case ENUM -> EnumColumns.exchanges(was, now);
            default -> false;
        };
    }

    private void put(StructureName name, Fate fate) {
        fates.put(name, fate);
        if (fate == Fate.REMOVED || fate == Fate.REMADE) {
            disturbed.add(name);
        }
        if (fate == Fate.REMADE && !name.kind().isPart()) {
            fresh.add(name);
            for (Structure part : way.from().partsOf(name)) {
                if (way.to().has(part.name()) && fates.get(part.name()) != Fate.REMADE) {
                    put(part.name(), Fate.REMADE);
                }
            }
        }
    }

    private void spread() {
        while (!disturbed.isEmpty()) {
            StructureName name = disturbed.remove();
            if (!seen.add(name)) {
                continue;
            }
            if (name.kind() == StructureKind.COLUMN && fates.get(name) == Fate.KEPT) {
                reset(Node.defaultOf(name));
            }
            if (name.kind() == StructureKind.ENUM && fates.get(name) == Fate.KEPT) {
                EnumColumns.of(way.from().find(name), way).forEach(disturbed::add);
            }
            way.from().dependentsOf(Node.whole(name)).forEach(node -> disturb(node, name));
            way.from().partitioned().forEach((part, whole) -> {
                if (whole.equals(name) && goes(name)) {
                    remake(part);
                }
            });
        }
    }

    private void reset(Node node) {
        boolean hadOne = !Aspects.valueOf(node, way.from()).isEmpty();
        if (hadOne && way.to().has(node.name())) {
            resets.add(node);
        }
    }

    private void disturb(Node node, StructureName by) {
        StructureName name = node.name();
        if (node.aspect() != Node.Aspect.WHOLE) {
            if (goes(by) || node.aspect() == Node.Aspect.DEFAULT) {
                reset(node);
            }
            return;
        }
        boolean dropped = goes(by);
        // What holds a label as a constant would go on holding one of the old type.
        boolean exchanged = by.kind() == StructureKind.ENUM && fates.get(by) == Fate.KEPT;
        switch (name.kind()) {
            case COLUMN, TABLE, FOREIGN_TABLE -> {
                if (fates.get(by) == Fate.REMADE
                        && fates.get(name) == Fate.KEPT
                        && !by.kind().isPart()) {
                    refuse(by, name);
                } else if (by.kind() == StructureKind.COLUMN && name.kind() == StructureKind.COLUMN) {
                    // A generated column reads the other one; its values are computed again.
                    remake(name);
                }
            }
            case INDEX, STATISTICS -> {
                if (dropped || exchanged) {
                    remake(name);
                }
            }
            case CONSTRAINT -> {
                boolean foreign = way.from().find(name).property("type").equals("foreign key");
                if (dropped || foreign || exchanged) {
                    remake(name);
                }
            }
            case SCHEMA, EXTENSION, SEQUENCE -> {}
            case COLLATION,
                    FOREIGN_SERVER,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    CONVERSION,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    ROUTINE,
                    TRIGGER,
                    POLICY,
                    RULE,
                    EVENT_TRIGGER,
                    PUBLICATION -> remake(name);
        }
    }

    private void remake(StructureName name) {
        if (fates.get(name) == Fate.KEPT) {
            put(name, Fate.REMADE);
        }
    }

    private void refuse(StructureName type, StructureName user) {
        refused.add(new StructurePlan.NotPlanned(
                type,
                type.kind().word() + " " + type.shown(),
                "it would have to be dropped and made anew, and " + user.kind().word() + " " + user.shown()
                        + " is of it"));
    }
}
