package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database is made of, followed from statement to statement: by a whole reading, or by one of the relations that a statement touched. Each tells what differs from the state before it. */
final class FollowedStructure {
    private StructureSnapshot whole;
    private boolean eventTriggers;
    private List<String> routines;
    private @Nullable Map<StructurePlace, List<Structure>> parts;

    FollowedStructure(StructureSnapshot whole) {
        this.whole = whole;
        this.eventTriggers = hasEventTriggers(whole);
        this.routines = routinesOfQueries(whole);
        this.parts = parts(whole);
    }

    /** Whether something runs behind statements and may change what they do not speak of. */
    boolean hasEventTriggers() {
        return eventTriggers;
    }

    /** Whether a routine whose body is kept as it was parsed (SQL-standard, manual CREATE FUNCTION) names one of these. */
    boolean isInRoutines(Collection<Relation> relations) {
        return relations.stream()
                .map(relation -> relation.name().text().replace("\"", "\"\""))
                .anyMatch(name -> routines.stream().anyMatch(text -> text.contains(name)));
    }

    private static List<String> routinesOfQueries(StructureSnapshot whole) {
        return whole.things().stream()
                .filter(thing -> thing.name().kind() == StructureKind.ROUTINE)
                .map(thing -> thing.property("definition"))
                .filter(text -> !text.contains("\nAS "))
                .toList();
    }

    private static boolean hasEventTriggers(StructureSnapshot whole) {
        return whole.things().stream().anyMatch(thing -> thing.name().kind() == StructureKind.EVENT_TRIGGER);
    }

    StructureComparison read(StructureSnapshot now) {
        StructureComparison changes = StructureComparison.of(now(), now);
        whole = now;
        eventTriggers = hasEventTriggers(now);
        routines = routinesOfQueries(now);
        parts = null;
        return changes;
    }

    /** @param read all that is there now of these relations, and everything of the kinds that belong to none */
    StructureComparison read(Collection<Relation> relations, List<Structure> read) {
        Map<StructurePlace, List<Structure>> known = parts();
        Set<StructurePlace> places = new HashSet<>();
        places.add(StructurePlace.all(StructureKind.STATISTICS));
        places.add(StructurePlace.all(StructureKind.PUBLICATION));
        relations.stream()
                .filter(relation -> !relation.isIndex())
                .forEach(relation -> places.add(StructurePlace.of(relation)));
        read.forEach(thing -> places.add(StructurePlace.of(thing.name())));
        List<Structure> before = new ArrayList<>();
        for (StructurePlace place : places) {
            List<Structure> old = known.remove(place);
            if (old != null) {
                before.addAll(old);
            }
        }
        read.forEach(thing -> known.computeIfAbsent(StructurePlace.of(thing.name()), none -> new ArrayList<>())
                .add(thing));
        return StructureComparison.of(whole.withThings(before), whole.withThings(read));
    }

    /** The same, when everything was read behind the last of them. */
    Optional<List<StructureComparison>> read(List<GroupShare> shares, StructureSnapshot after) {
        return read(shares, GroupChanges.of(shares, after));
    }

    /**
     * What each of some statements changed, when only behind the last of them was read what they touched; empty, with nothing followed, where that leaves a doubt.
     *
     * @param read as in {@link #read(Collection, List)}, of all that they touched
     */
    Optional<List<StructureComparison>> read(List<GroupShare> shares, List<Structure> read) {
        GroupChanges changes = new GroupChanges(parts(), shares, read);
        if (!changes.isClear()) {
            return Optional.empty();
        }
        List<StructureComparison> all = changes.steps().stream()
                .map(step -> StructureComparison.of(whole.withThings(step.before()), whole.withThings(step.after())))
                .toList();
        changes.now().forEach((place, things) -> {
            if (things.isEmpty()) {
                parts().remove(place);
            } else {
                parts().put(place, things);
            }
        });
        return Optional.of(all);
    }

    /** The state as it was followed. */
    StructureSnapshot now() {
        return parts == null
                ? whole
                : whole.withThings(parts.values().stream().flatMap(List::stream).toList());
    }

    private Map<StructurePlace, List<Structure>> parts() {
        if (parts == null) {
            parts = parts(whole);
        }
        return Objects.requireNonNull(parts);
    }

    private static Map<StructurePlace, List<Structure>> parts(StructureSnapshot whole) {
        Map<StructurePlace, List<Structure>> parts = new LinkedHashMap<>();
        whole.things()
                .forEach(thing -> parts.computeIfAbsent(StructurePlace.of(thing.name()), none -> new ArrayList<>())
                        .add(thing));
        return parts;
    }
}
