package dev.plumbline.drift.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a state cannot be without a thing of it, by what {@code pg_depend} tells (PostgreSQL 16 manual, section 5.14). What the bodies of routines use is in no catalog, and
 * not told.
 */
public final class Dependents {
    private final Map<StructureName, Set<StructureName>> users = new HashMap<>();
    private final Map<List<Object>, Set<StructureName>> parts = new HashMap<>();

    private Dependents() {}

    /** {@code direct} need the thing itself or one of its parts; {@code further} need those. Both sorted by name. */
    public record Found(List<StructureName> direct, List<StructureName> further) {
        public Found {
            direct = List.copyOf(direct);
            further = List.copyOf(further);
        }

        public boolean isEmpty() {
            return direct.isEmpty();
        }
    }

    public static Dependents of(StructureSnapshot state) {
        Dependents dependents = new Dependents();
        for (StructureNeed need : state.needs()) {
            dependents.users.computeIfAbsent(need.on(), on -> new HashSet<>()).add(need.of());
        }
        state.things().stream()
                .filter(thing -> thing.name().parent() != null)
                .forEach(thing -> dependents
                        .parts
                        .computeIfAbsent(
                                key(thing.name().schema(), thing.name().parent().text()), whole -> new HashSet<>())
                        .add(thing.name()));
        return dependents;
    }

    public Found of(StructureName name) {
        Set<StructureName> own = new HashSet<>(partsOf(name));
        own.add(name);
        Set<StructureName> direct = new TreeSet<>();
        own.forEach(part -> direct.addAll(usersOf(part)));
        direct.removeAll(own);
        Set<StructureName> seen = new HashSet<>(own);
        seen.addAll(direct);
        Set<StructureName> further = new TreeSet<>();
        Deque<StructureName> toAsk = new ArrayDeque<>(direct);
        while (!toAsk.isEmpty()) {
            StructureName next = toAsk.remove();
            for (StructureName user : usersOf(next)) {
                if (seen.add(user)) {
                    further.add(user);
                    toAsk.add(user);
                }
            }
        }
        return new Found(new ArrayList<>(direct), new ArrayList<>(further));
    }

    private Set<StructureName> usersOf(StructureName name) {
        return users.getOrDefault(name, Set.of());
    }

    private Set<StructureName> partsOf(StructureName name) {
        return name.kind().isPart() ? Set.of() : parts.getOrDefault(key(name.schema(), name.name()), Set.of());
    }

    private static List<Object> key(@Nullable Name schema, String whole) {
        return List.of(schema == null ? "" : schema.text(), whole);
    }
}
