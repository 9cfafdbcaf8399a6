package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What definitions say once things that they speak of are renamed. None is written anew here: one that is the wanted one but for the renamed words is taken for it, any
 * other stays as it was and so differs, which costs a statement that changes nothing at worst. Where a name may mean two things, nothing is taken for anything.
 */
final class RenamedDefinitions {
    private static final String COLUMNS = "columns";
    private final List<Renames.Accepted> accepted;
    private final StructureSnapshot state;
    private final Map<StructureName, Structure> wanted = new HashMap<>();
    private final Map<StructureName, Set<StructureName>> needs = new HashMap<>();

    /** @param state with the new names already */
    RenamedDefinitions(List<Renames.Accepted> accepted, StructureSnapshot state, StructureSnapshot to) {
        this.accepted = accepted;
        this.state = state;
        to.things().forEach(thing -> wanted.put(thing.name(), thing));
        for (StructureNeed need : state.needs()) {
            needs.computeIfAbsent(need.of(), none -> new HashSet<>()).add(need.on());
        }
    }

    StructureSnapshot carried() {
        Map<StructureName, StructureName> routines = routines();
        StructureSnapshot named = routines.isEmpty() ? state : state.renamed(routines);
        Map<StructureName, StructureName> before = new HashMap<>();
        routines.forEach((old, now) -> before.put(now, old));
        List<Structure> things = new ArrayList<>();
        for (Structure thing : named.things()) {
            Structure now = wanted.get(thing.name());
            List<Renames.Accepted> about = now == null || thing.properties().equals(now.properties())
                    ? List.of()
                    : about(before.getOrDefault(thing.name(), thing.name()));
            things.add(now == null || about.isEmpty() ? thing : carried(thing, now, about));
        }
        return named.withThings(things);
    }

    private static Structure carried(Structure thing, Structure now, List<Renames.Accepted> about) {
        TreeMap<String, String> properties = new TreeMap<>(thing.properties());
        List<RenamedText.Word> all = words(about, true);
        List<RenamedText.Word> withoutColumns = words(about, false);
        boolean sameResult = !properties.containsKey(COLUMNS)
                || RenamedText.same(thing.property(COLUMNS), now.property(COLUMNS), withoutColumns);
        carryColumns(properties, now, withoutColumns);
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            String value = now.properties().get(property.getKey());
            boolean plain = Layer.of(property.getKey()) == Layer.STRUCTURE
                    && !property.getKey().equals("comment")
                    && !property.getKey().equals("labels");
            boolean result = property.getKey().equals(COLUMNS);
            if (value != null
                    && plain
                    && sameResult
                    && RenamedText.same(property.getValue(), value, result ? withoutColumns : all)) {
                properties.put(property.getKey(), value);
            }
        }
        return new Structure(thing.name(), properties, thing.ofExtension());
    }

    /** A view that gets more columns goes on with those that it has. */
    private static void carryColumns(
            Map<String, String> properties, Structure now, List<RenamedText.Word> withoutColumns) {
        String was = properties.get(COLUMNS);
        String wanted = now.property(COLUMNS);
        for (int at = wanted.indexOf(", "); was != null && at >= 0; at = wanted.indexOf(", ", at + 1)) {
            if (RenamedText.same(was, wanted.substring(0, at), withoutColumns)) {
                properties.put(COLUMNS, wanted.substring(0, at));
            }
        }
    }

    private static List<RenamedText.Word> words(List<Renames.Accepted> about, boolean columns) {
        return about.stream()
                .filter(one -> columns || one.from().kind() != StructureKind.COLUMN)
                .map(one -> new RenamedText.Word(
                        OwnName.of(one.thing()), newName(one), one.from().kind() == StructureKind.COLUMN))
                .toList();
    }

    /** The new name alone: of a routine without its arguments. */
    static String newName(Renames.Accepted one) {
        int arguments = one.from().name().length() - OwnName.of(one.thing()).length();
        return one.to().name().substring(0, one.to().name().length() - arguments);
    }

    /** The renames that a thing's definition follows. */
    private List<Renames.Accepted> about(StructureName name) {
        Set<StructureName> on = needs.getOrDefault(name, Set.of());
        return accepted.stream()
                .filter(one -> one.from().kind() == StructureKind.SCHEMA
                        || isOf(name, one.to())
                        || on.stream().anyMatch(needed -> isOf(needed, one.to())))
                .filter(one -> on.stream().noneMatch(needed -> isAnother(needed, one)))
                .toList();
    }

    private static boolean isOf(StructureName name, StructureName renamed) {
        return name.equals(renamed)
                || name.parent() != null
                        && renamed.parent() == null
                        && name.parent().text().equals(renamed.name())
                        && Objects.equals(name.schema(), renamed.schema())
                || renamed.parent() != null
                        && name.parent() == null
                        && name.name().equals(renamed.parent().text())
                        && Objects.equals(name.schema(), renamed.schema())
                || renamed.kind() == StructureKind.COLUMN
                        && name.kind() == StructureKind.COLUMN
                        && name.name().equals(renamed.name())
                        && !Objects.equals(name.parent(), renamed.parent());
    }

    /** A column of another table that is called as the renamed one was. */
    private static boolean isAnother(StructureName needed, Renames.Accepted one) {
        return one.from().kind() == StructureKind.COLUMN
                && needed.kind() == StructureKind.COLUMN
                && needed.name().equals(one.from().name());
    }

    /** Routines whose arguments are of a renamed type, or that are in a renamed schema, are called otherwise. */
    private Map<StructureName, StructureName> routines() {
        Map<StructureName, StructureName> found = new LinkedHashMap<>();
        Set<StructureName> here = new HashSet<>();
        state.things().forEach(thing -> here.add(thing.name()));
        for (StructureName name : here) {
            if (name.kind() == StructureKind.ROUTINE && !wanted.containsKey(name)) {
                List<RenamedText.Word> words = words(about(name), false);
                List<StructureName> meant = wanted.keySet().stream()
                        .filter(other -> other.kind() == StructureKind.ROUTINE
                                && !here.contains(other)
                                && Objects.equals(other.schema(), name.schema())
                                && !words.isEmpty()
                                && RenamedText.same(name.name(), other.name(), words))
                        .toList();
                if (meant.size() == 1) {
                    found.put(name, meant.get(0));
                }
            }
        }
        return found;
    }
}
