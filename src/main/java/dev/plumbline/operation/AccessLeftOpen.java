package dev.plumbline.operation;

import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.Uncompared;
import dev.plumbline.model.Gap;
import dev.plumbline.operation.structure.StructureSides;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What two sides leave open about owners and privileges. */
final class AccessLeftOpen {
    private static final String BESIDE =
            "owners and privileges of the database itself, large objects, languages, foreign-data wrappers, parameters, and default privileges for any schema";
    /** Where these cannot be read, what is absent from the others may yet be there. */
    private static final List<String> WITHOUT = List.of(Gap.ROLES, Gap.COLUMNS, Gap.DEFAULT_PRIVILEGES);

    private AccessLeftOpen() {}

    /** Nothing of owners and privileges can be told of this side. */
    static boolean isOpen(StructureSides.Side side) {
        return !side.unknown().isEmpty()
                || side.access()
                        .map(layers -> layers.access().catalog().gaps().stream()
                                .anyMatch(gap -> WITHOUT.stream().anyMatch(gap::isAbout)))
                        .orElse(false);
    }

    /** In words, with what no comparison looks at. */
    static Set<String> words(StructureSides.Both both) {
        Set<String> unknown = new TreeSet<>(both.from().unknown());
        unknown.addAll(both.to().unknown());
        unknown.add(BESIDE);
        for (StructureSides.Side side : List.of(both.from(), both.to())) {
            side.access()
                    .ifPresent(layers -> layers.access()
                            .catalog()
                            .gaps()
                            .forEach(gap -> unknown.add("owners and privileges of " + gap.subject())));
        }
        return unknown;
    }

    /** What these two leave open, layer by layer, with the reason. */
    static List<Uncompared> of(StructureSides.Both both) {
        List<Uncompared> open = new ArrayList<>();
        collect("left", both.from(), open);
        collect("right", both.to(), open);
        return open;
    }

    private static void collect(String where, StructureSides.Side side, List<Uncompared> open) {
        for (String words : side.unknown()) {
            both(open, "On the " + where + " this is not known: " + words + ".");
        }
        side.access()
                .ifPresent(layers -> layers.access().catalog().gaps().forEach(gap -> {
                    if (WITHOUT.stream().anyMatch(gap::isAbout)) {
                        both(open, "On the " + where + " " + reason(gap));
                    } else {
                        open.add(
                                new Uncompared(Layer.PRIVILEGES, gap.subject(), "On the " + where + " " + reason(gap)));
                    }
                }));
    }

    private static void both(List<Uncompared> open, String reason) {
        open.add(new Uncompared(Layer.OWNERSHIP, "owners", reason));
        open.add(new Uncompared(Layer.PRIVILEGES, "privileges", reason));
    }

    private static String reason(Gap gap) {
        return gap.subject() + " could not be read: " + gap.sqlState() + " " + gap.answer() + ".";
    }
}
