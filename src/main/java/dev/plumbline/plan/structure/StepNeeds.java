package dev.plumbline.plan.structure;

import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which earlier steps a step cannot do without: what a person leaves out takes those along that would fail then. */
final class StepNeeds {
    private final Map<String, List<String>> needs = new LinkedHashMap<>();

    private StepNeeds() {}

    static StepNeeds of(StructurePlan plan, StructureSnapshot from, StructureSnapshot to) {
        StepNeeds found = new StepNeeds();
        Map<StructureName, Set<StructureName>> wanted = new HashMap<>();
        to.needs().forEach(need -> put(wanted, need.of(), need.on()));
        Map<StructureName, Set<StructureName>> neededBy = new HashMap<>();
        for (StructureNeed need : from.needs()) {
            put(neededBy, need.on(), need.of());
        }
        Map<StructureName, List<StructureStep>> earlier = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (StructureStep step : plan.steps()) {
            Set<StructureName> ons = new HashSet<>(wanted.getOrDefault(step.about(), Set.of()));
            wholes(step.about(), ons);
            Set<StructureName> bys = neededBy.getOrDefault(step.about(), Set.of());
            List<String> ids = new ArrayList<>();
            add(earlier, Set.of(step.about()), other -> isOneWith(other, step), ids);
            add(earlier, ons, other -> !isDrop(other) && makes(other, step), ids);
            add(earlier, bys, other -> isDrop(step) && isDrop(other), ids);
            if (isMove(step)) {
                found.needs.keySet().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
            }
            ids.sort(Comparator.comparingInt(places::get));
            places.put(step.id(), places.size());
            found.needs.put(step.id(), List.copyOf(ids));
            earlier.computeIfAbsent(step.about(), none -> new ArrayList<>()).add(step);
        }
        return found;
    }

    List<String> of(StructureStep step) {
        return needs.getOrDefault(step.id(), List.of());
    }

    private static void put(Map<StructureName, Set<StructureName>> into, StructureName key, StructureName value) {
        if (!key.equals(value)) {
            into.computeIfAbsent(key, none -> new HashSet<>()).add(value);
        }
    }

    private static void add(
            Map<StructureName, List<StructureStep>> earlier,
            Set<StructureName> names,
            Predicate<StructureStep> which,
            List<String> ids) {
        for (StructureName name : names) {
            earlier.getOrDefault(name, List.of()).stream()
                    .filter(which)
                    .map(StructureStep::id)
                    .filter(id -> !ids.contains(id))
                    .forEach(ids::add);
        }
    }

    /** The table of a part and the schema of anything. */
    private static void wholes(StructureName name, Set<StructureName> into) {
        if (name.schema() != null && name.parent() != null) {
            for (StructureKind kind : StructureKind.values()) {
                if (!kind.isPart()) {
                    into.add(new StructureName(
                            kind, name.schema(), null, name.parent().text()));
                }
            }
        }
        if (name.schema() != null) {
            into.add(new StructureName(
                    StructureKind.SCHEMA, null, null, name.schema().text()));
        }
    }

    /** Of a table only its making is needed; a column is needed as the plan leaves it. */
    private static boolean makes(StructureStep other, StructureStep step) {
        return other.id().startsWith("make-")
                || other.about().parent() != null && step.about().parent() != null;
    }

    /** Each statement that sets a table aside names it as the one before left it. */
    private static boolean isMove(StructureStep step) {
        return step.id().startsWith("rename-") || step.id().startsWith("move-");
    }

    private static boolean isDrop(StructureStep step) {
        return step.id().startsWith("drop-");
    }

    /** Statements of one action follow each other, and what is dropped is made again after. */
    private static boolean isOneWith(StructureStep other, StructureStep step) {
        return stem(other).equals(stem(step)) || isDrop(other) && step.id().startsWith("make-");
    }

    private static String stem(StructureStep step) {
        return step.id().replaceAll("-\\d+$", "");
    }
}
