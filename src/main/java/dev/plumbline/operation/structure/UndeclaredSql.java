package dev.plumbline.operation.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements that declare what is in a database and nowhere in its folder: a plan from what is declared to that with the rest added. Columns, constraints, indexes and the like that
 * a declared table has besides are among them. What is on both sides and differs is not.
 */
public record UndeclaredSql(int objects, String sql, List<String> left) {
    public UndeclaredSql {
        left = List.copyOf(left);
    }

    public static UndeclaredSql of(StructureSnapshot live, StructureSnapshot declared) {
        Set<StructureName> known = new HashSet<>();
        declared.things().forEach(thing -> known.add(thing.name()));
        List<Structure> more = live.things().stream()
                .filter(thing -> !known.contains(thing.name()) && isSomebodys(thing))
                .toList();
        if (more.isEmpty()) {
            return new UndeclaredSql(0, "", List.of());
        }
        StructurePlan plan = StructurePlanner.plan(declared, with(declared, more, live), new StructureOptions(false));
        StringBuilder text = new StringBuilder();
        StructureKind before = null;
        for (StructureStep step : plan.steps()) {
            StructureKind kind = step.about().kind();
            if (kind != before) {
                text.append("\n-- ---- ")
                        .append(kind.words().toUpperCase(Locale.ROOT))
                        .append(" ----\n\n");
                before = kind;
            }
            text.append(step.sql().text()).append(";\n");
        }
        return new UndeclaredSql(
                more.size(),
                text.toString(),
                plan.notPlanned().stream().map(UndeclaredSql::inWords).toList());
    }

    /** What an extension made, or a partition inherited, is nobody's to declare. */
    private static boolean isSomebodys(Structure thing) {
        boolean own = !thing.ofExtension() || thing.name().kind() == StructureKind.EXTENSION;
        return own && !thing.properties().containsKey("inherited");
    }

    private static StructureSnapshot with(StructureSnapshot declared, List<Structure> more, StructureSnapshot live) {
        List<Structure> things = new ArrayList<>(declared.things());
        things.addAll(more);
        Set<StructureName> names = new HashSet<>();
        more.forEach(thing -> names.add(thing.name()));
        List<StructureNeed> needs = new ArrayList<>(declared.needs());
        live.needs().stream().filter(need -> names.contains(need.of())).forEach(needs::add);
        return new StructureSnapshot(
                declared.version(), declared.database(), things, needs, live.notCovered(), live.gaps());
    }

    private static String inWords(StructurePlan.NotPlanned left) {
        String what = left.name() == null
                ? left.what()
                : left.name().kind().word() + " " + left.name().shown();
        return what + ": " + left.reason();
    }
}
