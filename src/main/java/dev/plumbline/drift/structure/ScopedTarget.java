package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The left state with some of the differences set right and nothing else changed. What cannot be set right alone, since something that is left as it is needs it or is needed by it,
 * is left too and named in {@code left}.
 */
public record ScopedTarget(StructureSnapshot target, List<Left> left) {
    /** Added columns stand behind those that are there. */
    private static final int BEHIND = 100_000;

    private static final String POSITION = "position";

    public ScopedTarget {
        left = List.copyOf(left);
    }

    /** A chosen difference that stays, and why. */
    public record Left(StructureName name, String reason) {}

    /**
     * @param whole of {@code from} and {@code to}
     * @param chosen things whose differences of structure are to be set right
     */
    public static ScopedTarget of(
            StructureSnapshot from, StructureSnapshot to, StructureComparison whole, Set<StructureName> chosen) {
        Map<StructureName, StructureDifference> accepted = new TreeMap<>();
        for (StructureDifference difference : whole.differences()) {
            if (chosen.contains(difference.name())) {
                accepted.put(difference.name(), difference);
            }
        }
        if (accepted.size() == whole.differences().size()) {
            return new ScopedTarget(to, List.of());
        }
        return new Making(from, to, accepted).make();
    }

    /** Tries with all that is accepted, and again without what turned out to need something else, until all that is needed is there. */
    private static final class Making {
        private final StructureSnapshot from;
        private final StructureSnapshot to;
        private final Map<StructureName, StructureDifference> accepted;
        private final Map<StructureName, Structure> before;
        private final Map<StructureName, Structure> after;
        private final Map<List<String>, List<Structure>> partsBefore = new HashMap<>();
        private final Map<List<String>, List<Structure>> partsAfter = new HashMap<>();
        private final Map<StructureName, Structure> things = new TreeMap<>();
        private final Map<StructureName, StructureName> cameWith = new HashMap<>();
        private final Map<StructureName, StructureName> wentWith = new HashMap<>();
        private final List<Left> left = new ArrayList<>();

        Making(StructureSnapshot from, StructureSnapshot to, Map<StructureName, StructureDifference> accepted) {
            this.from = from;
            this.to = to;
            this.accepted = accepted;
            this.before = DifferenceRows.byName(from);
            this.after = DifferenceRows.byName(to);
            parts(from, partsBefore);
            parts(to, partsAfter);
        }

        private static void parts(StructureSnapshot state, Map<List<String>, List<Structure>> parts) {
            for (Structure thing : state.things()) {
                if (thing.name().kind().isPart()) {
                    parts.computeIfAbsent(wholeOf(thing.name()), whole -> new ArrayList<>())
                            .add(thing);
                }
            }
        }

        private static List<String> wholeOf(StructureName name) {
            return List.of(
                    name.schema() == null ? "" : name.schema().text(),
                    name.parent() == null ? name.name() : name.parent().text());
        }

        ScopedTarget make() {
            Map<StructureName, String> back;
            do {
                apply();
                back = unmet();
                back.forEach((name, reason) -> {
                    accepted.remove(name);
                    left.add(new Left(name, reason));
                });
            } while (!back.isEmpty());
            List<StructureNeed> needs = new ArrayList<>(needs());
            return new ScopedTarget(
                    new StructureSnapshot(
                            to.version(),
                            from.database(),
                            List.copyOf(things.values()),
                            needs,
                            to.notCovered(),
                            to.gaps()),
                    left);
        }

        private void apply() {
            things.clear();
            cameWith.clear();
            wentWith.clear();
            things.putAll(before);
            accepted.forEach((name, difference) -> {
                switch (difference.change()) {
                    case ADDED -> add(name);
                    case REMOVED -> remove(name);
                    case CHANGED -> change(name);
                }
            });
        }

        private void add(StructureName name) {
            Structure thing = Objects.requireNonNull(after.get(name), name::shown);
            boolean toThere = name.kind() == StructureKind.COLUMN;
            things.put(name, toThere ? at(thing, BEHIND + position(thing)) : thing);
            cameWith.put(name, name);
            if (!name.kind().isPart()) {
                partsAfter.getOrDefault(wholeOf(name), List.of()).forEach(part -> {
                    things.put(part.name(), part);
                    cameWith.put(part.name(), name);
                });
            }
        }

        private void remove(StructureName name) {
            things.remove(name);
            wentWith.put(name, name);
            if (!name.kind().isPart()) {
                partsBefore.getOrDefault(wholeOf(name), List.of()).forEach(part -> {
                    things.remove(part.name());
                    wentWith.put(part.name(), name);
                });
            }
        }

        private void change(StructureName name) {
            Structure now = Objects.requireNonNull(after.get(name), name::shown);
            Structure old = Objects.requireNonNull(before.get(name), name::shown);
            things.put(name, name.kind() == StructureKind.COLUMN ? at(now, position(old)) : now);
            cameWith.put(name, name);
        }

        private static int position(Structure column) {
            return Integer.parseInt(column.property(POSITION));
        }

        private static Structure at(Structure column, int position) {
            TreeMap<String, String> properties = new TreeMap<>(column.properties());
            properties.put(POSITION, Integer.toString(position));
            return new Structure(column.name(), properties, column.ofExtension());
        }

        /** Of what was taken from the right as it is there, of all else as it is on the left. */
        private Set<StructureNeed> needs() {
            Set<StructureNeed> needs = new HashSet<>();
            from.needs().stream()
                    .filter(need -> things.containsKey(need.of()) && !cameWith.containsKey(need.of()))
                    .forEach(needs::add);
            to.needs().stream().filter(need -> cameWith.containsKey(need.of())).forEach(needs::add);
            return needs;
        }

        /** Accepted differences that cannot be set right alone, each with the reason. */
        private Map<StructureName, String> unmet() {
            Map<StructureName, String> back = new TreeMap<>();
            for (StructureNeed need : needs()) {
                boolean known = before.containsKey(need.on()) || after.containsKey(need.on());
                if (!known || things.containsKey(need.on()) || !things.containsKey(need.of())) {
                    continue;
                }
                StructureName came = cameWith.get(need.of());
                StructureName went = wentWith.get(need.on());
                if (came != null && went == null) {
                    back.put(came, "it needs " + shown(need.on()) + ", which is not chosen.");
                } else if (went != null && need.ofPartition()) {
                    things.remove(need.of());
                } else if (went != null) {
                    back.put(went, shown(need.of()) + " needs it, and is not chosen.");
                }
            }
            return back;
        }

        private static String shown(StructureName name) {
            return name.kind().word() + " " + name.shown();
        }
    }
}
