package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.Renames;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans the way from one structure to another, in an order in which each statement finds what it needs. What depends on something that has to go for a moment is dropped
 * before and made again after, with its owner and its grants where they are known; a step that loses them says so. Other owners and grants are another layer.
 */
public final class StructurePlanner {
    private StructurePlanner() {}

    /** What was renamed is renamed first, and compared as it is then. */
    public static StructurePlan plan(
            StructureSnapshot from, StructureSnapshot to, StructureOptions options, Renames renames) {
        return plan(from, to, options, renames, null);
    }

    /** @param access owners and grants of the first state; null where they are not known */
    public static StructurePlan plan(
            StructureSnapshot from,
            StructureSnapshot to,
            StructureOptions options,
            Renames renames,
            @Nullable AccessSnapshot access) {
        List<StructureStep> steps = new ArrayList<>();
        renames.accepted().forEach(one -> steps.add(RenameStep.of(one)));
        StructurePlan rest = compute(from, to, options, renames, new GivenBack(access, renames));
        steps.addAll(rest.steps());
        return new StructurePlan(steps, rest.notPlanned(), rest.advice());
    }

    public static StructurePlan plan(StructureSnapshot from, StructureSnapshot to, StructureOptions options) {
        return compute(from, to, options, Renames.NONE, GivenBack.NOTHING);
    }

    private static StructurePlan compute(
            StructureSnapshot first,
            StructureSnapshot to,
            StructureOptions options,
            Renames renames,
            GivenBack access) {
        StructureSnapshot from = renames.applied(first, to);
        Set<String> unknown = new HashSet<>();
        from.gaps().forEach(gap -> unknown.add(gap.subject()));
        to.gaps().forEach(gap -> unknown.add(gap.subject()));
        unknown.addAll(from.notCovered().keySet());
        unknown.addAll(to.notCovered().keySet());
        State before = new State(from, unknown);
        State after = new State(to, unknown);
        Definitions definitions = new Definitions();
        Fates fates = Fates.compute(before, after, options, definitions, access, StoredRows.of(before, renames, first));
        List<StructurePlan.NotPlanned> notPlanned = notPlanned(from, to);
        notPlanned.addAll(fates.refused());
        Actions actions = Actions.of(fates, definitions);
        List<StructureStep> steps = new ArrayList<>();
        for (Action action : ActionOrder.sort(actions, fates.way())) {
            int number = 1;
            for (Draft draft : action.drafts()) {
                steps.add(draft.step(id(action, number), action));
                number++;
            }
        }
        return new StructurePlan(steps, notPlanned, columnOrders(before, after, fates));
    }

    private static List<StructurePlan.NotPlanned> notPlanned(StructureSnapshot from, StructureSnapshot to) {
        List<StructurePlan.NotPlanned> notPlanned = new ArrayList<>();
        for (StructureSnapshot side : List.of(from, to)) {
            for (Gap gap : side.gaps()) {
                notPlanned.add(new StructurePlan.NotPlanned(
                        null, gap.subject(), "they could not be read: " + gap.sqlState() + " " + gap.answer()));
            }
        }
        TreeMap<String, Integer> kinds = new TreeMap<>(from.notCovered());
        kinds.putAll(to.notCovered());
        kinds.keySet()
                .forEach(kind -> notPlanned.add(
                        new StructurePlan.NotPlanned(null, kind, "there are some, and they are not compared")));
        return notPlanned;
    }

    private static List<String> columnOrders(State from, State to, Fates fates) {
        List<String> advice = new ArrayList<>();
        for (StructureName table : to.things().keySet()) {
            if (State.isTable(table) && from.has(table) && !fates.comes(table)) {
                List<String> wanted = names(to.columnsOf(table));
                List<String> result = new ArrayList<>();
                from.columnsOf(table).stream()
                        .map(Structure::name)
                        .filter(column -> !fates.goes(column))
                        .forEach(column -> result.add(column.name()));
                wanted.stream().filter(column -> !result.contains(column)).forEach(result::add);
                if (!result.equals(wanted)) {
                    advice.add("The columns of " + table.shown() + " stand in another order: "
                            + String.join(", ", result) + " instead of " + String.join(", ", wanted)
                            + ". Only a new table has another order.");
                }
            }
        }
        return advice;
    }

    private static List<String> names(List<Structure> columns) {
        return columns.stream().map(column -> column.name().name()).toList();
    }

    private static String id(Action action, int number) {
        List<String> words = new ArrayList<>();
        words.add(action.verb().name().toLowerCase(Locale.ROOT));
        if (action.node().aspect() != Node.Aspect.WHOLE) {
            words.add(action.node().aspect().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        words.add(path(action.node().name()));
        if (number > 1) {
            words.add(Integer.toString(number));
        }
        return String.join("-", words);
    }

    /** The kind and the name as part of an id. */
    static String path(StructureName name) {
        String path = (name.schema() == null ? "" : word(name.schema().text()) + ".")
                + (name.parent() == null ? "" : word(name.parent().text()) + ".")
                + word(name.name());
        return name.kind().word().replace(' ', '-') + "-" + path;
    }

    /** Percent-encoded, so that an id is one word anywhere. */
    private static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (part & 0xFF);
            boolean plain = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '_';
            word.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", part & 0xFF));
        }
        return word.toString();
    }
}
