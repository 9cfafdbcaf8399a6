package dev.plumbline.execute;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.PgSession;
import dev.plumbline.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the database is still made of what a plan that changes it was made from. */
final class StructureCheck {
    private static final int SHOWN = 12;

    private StructureCheck() {}

    static Optional<Problem> differs(Plan plan, PgSession session, CancelToken cancel) {
        return plan.concern().structure().flatMap(then -> {
            StructureReader reader = new StructureReader();
            StructureSnapshot now =
                    session.inTransaction() ? reader.readWithin(session, cancel) : reader.read(session, cancel);
            List<String> differences = differences(then.snapshot(), now);
            return differences.isEmpty() ? Optional.empty() : Optional.of(stale(plan, differences));
        });
    }

    static List<String> differences(StructureSnapshot then, StructureSnapshot now) {
        Map<StructureName, Structure> there = new HashMap<>();
        now.things().forEach(thing -> there.put(thing.name(), thing));
        List<String> differences = new ArrayList<>();
        for (Structure thing : then.things()) {
            Structure found = there.remove(thing.name());
            if (found == null) {
                differences.add("- " + inWords(thing));
            } else if (!found.equals(thing)) {
                differences.add("~ " + inWords(thing));
            }
        }
        there.values().forEach(thing -> differences.add("+ " + inWords(thing)));
        return differences;
    }

    private static String inWords(Structure thing) {
        return thing.name().kind().word() + " " + thing.name().shown();
    }

    private static Problem stale(Plan plan, List<String> differences) {
        String more = differences.size() > SHOWN ? "; and " + (differences.size() - SHOWN) + " more" : "";
        return new Problem(
                Problem.Kind.STALE_PLAN,
                "stale-plan",
                "Running the plan on",
                plan.target().shown(),
                "what the database is made of has changed since the plan was made: "
                        + String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size()))) + more,
                "Compare again and look at the new plan.");
    }
}
