package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.testing.SchemaPair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of one pair: which laws do not hold, and why. */
record PairRun(Map<String, String> failures) {
    static final String APPLIES = "apply";
    static final String REACHES = "reach B";
    static final String SECOND_EMPTY = "second plan empty";
    static final String SAME_DUMP = "same dump";
    static final String UNDOES = "undone to A";
    static final String HAZARDS = "hazards covered";
    static final List<String> LAWS = List.of(APPLIES, REACHES, SECOND_EMPTY, SAME_DUMP, UNDOES, HAZARDS);

    boolean holds(String law) {
        return !failures.containsKey(law);
    }

    static PairRun of(SchemaPair pair, PairDatabases databases) throws IOException, InterruptedException {
        Map<String, String> failures = new TreeMap<>();
        String a = databases.load(pair.a());
        StructureSnapshot before = databases.read(a);
        PairDatabases.Wanted b = databases.wanted(pair.b());
        StructureSnapshot wanted = b.structure();
        Optional<String> dumpBefore = databases.dump(a);
        StructurePlan plan = StructurePlanner.plan(before, wanted, StructureOptions.standard());
        String refused = databases.run(a, StructureScript.write(plan));
        if (!refused.isEmpty()) {
            LAWS.stream()
                    .filter(law -> !law.equals(HAZARDS))
                    .forEach(law -> failures.put(law, refused.strip() + "\n" + StructureScript.write(plan)));
        } else {
            StructureSnapshot after = databases.read(a);
            reached(plan, after, wanted, failures);
            dumped(databases, a, b.dump(), plan.advice(), SAME_DUMP, failures);
            undone(plan, databases, a, before, dumpBefore, failures);
        }
        List<String> cut = plan.steps().stream()
                .filter(step -> step.reason().endsWith(step.about().shown() + "."))
                .map(StructureStep::reason)
                .toList();
        if (!cut.isEmpty()) {
            failures.put("reasons end in words", cut.toString());
        }
        List<String> missing = ExpectedHazards.missing(pair.expectedHazards(), plan);
        if (!missing.isEmpty()) {
            failures.put(HAZARDS, "not named: " + missing);
        }
        databases.drop(a);
        return new PairRun(failures);
    }

    private static void reached(
            StructurePlan plan, StructureSnapshot after, StructureSnapshot wanted, Map<String, String> failures) {
        List<String> left = left(after, wanted, !plan.advice().isEmpty());
        if (!left.isEmpty()) {
            failures.put(REACHES, left + "\n" + StructureScript.write(plan));
        }
        StructurePlan second = StructurePlanner.plan(after, wanted, StructureOptions.standard());
        if (!second.steps().isEmpty()) {
            failures.put(SECOND_EMPTY, StructureScript.write(second));
        }
    }

    /** Differences, without those in the order of columns that the plan told as advice. */
    private static List<String> left(StructureSnapshot after, StructureSnapshot wanted, boolean orderTold) {
        List<String> left = new ArrayList<>();
        for (StructureDifference difference :
                StructureComparison.of(after, wanted).differences()) {
            boolean ofOrder = orderTold
                    && difference.change() == StructureDifference.Change.CHANGED
                    && difference.properties().stream()
                            .allMatch(property -> property.word().equals("column order"));
            if (!ofOrder) {
                left.add(difference.change() + " " + difference.name().kind() + " "
                        + difference.name().shown() + " " + difference.properties());
            }
        }
        return left;
    }

    private static void dumped(
            PairDatabases databases,
            String database,
            Optional<String> wanted,
            List<String> advice,
            String law,
            Map<String, String> failures)
            throws IOException, InterruptedException {
        Optional<String> dump = databases.dump(database);
        if (dump.isEmpty() || wanted.isEmpty()) {
            return;
        }
        List<String> now = lines(dump.get(), !advice.isEmpty());
        List<String> then = lines(wanted.get(), !advice.isEmpty());
        if (!now.equals(then)) {
            List<String> lost = new ArrayList<>(then);
            now.forEach(lost::remove);
            List<String> extra = new ArrayList<>(now);
            then.forEach(extra::remove);
            failures.put(law, "pg_dump lacks " + lost + ", has " + extra);
        }
    }

    /** Where another order of columns was told, lines are compared without their order. */
    private static List<String> lines(String dump, boolean sorted) {
        List<String> lines = new ArrayList<>(Arrays.asList(dump.split("\n", -1)));
        if (sorted) {
            lines.replaceAll(line -> line.replaceFirst(",$", ""));
            Collections.sort(lines);
        }
        return lines;
    }

    private static void undone(
            StructurePlan plan,
            PairDatabases databases,
            String database,
            StructureSnapshot before,
            Optional<String> dumpBefore,
            Map<String, String> failures)
            throws IOException, InterruptedException {
        boolean whole = plan.steps().stream()
                .allMatch(step -> step.undo() != null || step.undoNote().equals(StructureStep.NOTHING_TO_UNDO));
        if (!whole) {
            return;
        }
        String refused = databases.run(database, StructureScript.undo(plan));
        if (!refused.isEmpty()) {
            failures.put(UNDOES, refused.strip() + "\n" + StructureScript.undo(plan));
            return;
        }
        List<String> left = left(databases.read(database), before, true);
        if (!left.isEmpty()) {
            failures.put(UNDOES, left + "\n" + StructureScript.undo(plan));
        } else {
            dumped(databases, database, dumpBefore, List.of("order may differ"), UNDOES, failures);
        }
    }
}
