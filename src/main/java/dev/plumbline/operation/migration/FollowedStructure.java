package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.model.Name;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database is made of, followed from statement to statement: by a whole reading, or by one of the relations that a statement touched. Each tells what differs from the state before it. */
final class FollowedStructure {
    private StructureSnapshot whole;
    private boolean eventTriggers;
    private List<String> routines;
    private @Nullable Map<Place, List<Structure>> parts;

    /** What is read together: a relation with all that belongs to it, or everything of a kind that belongs to none. */
    private record Place(
            @Nullable StructureKind apart, @Nullable Name schema, String name) {
        static Place of(StructureName name) {
            return switch (name.kind()) {
                case STATISTICS, PUBLICATION -> all(name.kind());
                case SEQUENCE, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                    new Place(null, name.schema(), name.name());
                default -> {
                    // Other kinds may bear the name of a relation.
                    Name parent = name.parent();
                    yield parent == null
                            ? new Place(name.kind(), name.schema(), name.name())
                            : new Place(null, name.schema(), parent.text());
                }
            };
        }

        static Place of(Relation relation) {
            return new Place(null, relation.schema(), relation.name().text());
        }

        static Place all(StructureKind kind) {
            return new Place(kind, null, "");
        }
    }

    FollowedStructure(StructureSnapshot whole) {
        this.whole = whole;
        this.eventTriggers = hasEventTriggers(whole);
        this.routines = routinesOfQueries(whole);
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
        Map<Place, List<Structure>> known = parts();
        Set<Place> places = new HashSet<>();
        places.add(Place.all(StructureKind.STATISTICS));
        places.add(Place.all(StructureKind.PUBLICATION));
        relations.stream().filter(relation -> !relation.isIndex()).forEach(relation -> places.add(Place.of(relation)));
        read.forEach(thing -> places.add(Place.of(thing.name())));
        List<Structure> before = new ArrayList<>();
        for (Place place : places) {
            List<Structure> old = known.remove(place);
            if (old != null) {
                before.addAll(old);
            }
        }
        read.forEach(thing -> known.computeIfAbsent(Place.of(thing.name()), none -> new ArrayList<>())
                .add(thing));
        return StructureComparison.of(whole.withThings(before), whole.withThings(read));
    }

    /** The state as it was followed. */
    StructureSnapshot now() {
        return parts == null
                ? whole
                : whole.withThings(parts.values().stream().flatMap(List::stream).toList());
    }

    private Map<Place, List<Structure>> parts() {
        if (parts == null) {
            Map<Place, List<Structure>> all = new LinkedHashMap<>();
            whole.things()
                    .forEach(thing -> all.computeIfAbsent(Place.of(thing.name()), none -> new ArrayList<>())
                            .add(thing));
            parts = all;
        }
        return Objects.requireNonNull(parts);
    }
}
