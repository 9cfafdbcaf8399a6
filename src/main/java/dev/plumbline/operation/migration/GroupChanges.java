package dev.plumbline.operation.migration;

import dev.plumbline.model.Name;
import dev.plumbline.model.lock.Relation;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives what statements changed together to each of them: what only one of them touched is in its state behind that one, and an index is of the statement that made it. In doubt where
 * two touched one thing, or something changed that none did.
 */
final class GroupChanges {
    private static final List<StructurePlace> APART =
            List.of(StructurePlace.all(StructureKind.STATISTICS), StructurePlace.all(StructureKind.PUBLICATION));

    private final Map<StructurePlace, List<Structure>> now = new HashMap<>();
    private final Map<StructurePlace, List<Structure>> state = new HashMap<>();
    private final Map<Index, Integer> indexes = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final boolean clear;

    /** The things that one statement was told of, before and behind it. */
    record Step(List<Structure> before, List<Structure> after) {
        Step {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    private record Index(Name schema, Name name) {
        static Optional<Index> of(Structure thing) {
            Name schema = thing.name().schema();
            return thing.name().kind() == StructureKind.INDEX && schema != null
                    ? Optional.of(new Index(schema, Name.of(thing.name().name())))
                    : Optional.empty();
        }
    }

    /** @param known what was there before all of them */
    GroupChanges(Map<StructurePlace, List<Structure>> known, List<GroupShare> shares, List<Structure> read) {
        read.forEach(thing -> now.computeIfAbsent(StructurePlace.of(thing.name()), none -> new ArrayList<>())
                .add(thing));
        Set<StructurePlace> all = new HashSet<>(now.keySet());
        all.addAll(APART);
        shares.forEach(share -> all.addAll(places(share)));
        for (StructurePlace place : all) {
            now.computeIfAbsent(place, none -> new ArrayList<>());
            state.put(place, known.getOrDefault(place, List.of()));
        }
        clear = hasOneOwnerEach(shares);
        for (int at = 0; at < shares.size(); at++) {
            if (shares.get(at).makesIndexes()) {
                for (Relation made : shares.get(at).made()) {
                    indexes.put(new Index(made.schema(), made.name()), at);
                }
            }
        }
        for (int at = 0; clear && at < shares.size(); at++) {
            steps.add(step(at, shares.get(at)));
        }
    }

    /** Whether no two of them but those that make indexes touched one thing. */
    static boolean hasOneOwnerEach(List<GroupShare> shares) {
        Set<StructurePlace> owned = new HashSet<>();
        return shares.stream()
                .filter(share -> !share.makesIndexes())
                .flatMap(share -> places(share).stream())
                .allMatch(owned::add);
    }

    /** All that is there of what they touched, and of what belongs to no relation. */
    static List<Structure> of(List<GroupShare> shares, StructureSnapshot whole) {
        Set<StructurePlace> places = new HashSet<>(APART);
        shares.forEach(share -> places.addAll(places(share)));
        return whole.things().stream()
                .filter(thing -> places.contains(StructurePlace.of(thing.name())))
                .toList();
    }

    private Step step(int at, GroupShare share) {
        Set<StructurePlace> places = places(share);
        places.addAll(APART);
        List<Structure> before = things(places);
        if (share.makesIndexes()) {
            places.forEach(place -> {
                List<Structure> more = new ArrayList<>(state.getOrDefault(place, List.of()));
                now.getOrDefault(place, List.of()).stream()
                        .filter(thing -> owner(thing) == at)
                        .forEach(more::add);
                state.put(place, more);
            });
        } else {
            places(share)
                    .forEach(place -> state.put(
                            place,
                            now.getOrDefault(place, List.of()).stream()
                                    .filter(thing -> owner(thing) < 0)
                                    .toList()));
        }
        return new Step(before, things(places));
    }

    private int owner(Structure thing) {
        return Index.of(thing).map(index -> indexes.getOrDefault(index, -1)).orElse(-1);
    }

    private List<Structure> things(Collection<StructurePlace> places) {
        return places.stream()
                .flatMap(place -> state.getOrDefault(place, List.of()).stream())
                .toList();
    }

    private static Set<StructurePlace> places(GroupShare share) {
        Set<StructurePlace> places = new LinkedHashSet<>();
        share.touched().values().stream()
                .filter(relation -> !relation.isIndex())
                .forEach(relation -> places.add(StructurePlace.of(relation)));
        return places;
    }

    /** Whether what the statements are told to have changed adds up to what was read. */
    boolean isClear() {
        return clear
                && now.entrySet().stream()
                        .allMatch(place -> new HashSet<>(place.getValue())
                                .equals(new HashSet<>(state.getOrDefault(place.getKey(), List.of()))));
    }

    List<Step> steps() {
        return steps;
    }

    Map<StructurePlace, List<Structure>> now() {
        return now;
    }
}
