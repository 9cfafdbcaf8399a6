package dev.plumbline.catalog.structure;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.LazyNeeds;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One reading on its way: the queries, who takes their answers, and what they make together. Each is used once. */
abstract class StructureReading {
    final StructureMarks marks = new StructureMarks();
    final SeenNames seen = new SeenNames();
    final ReadThings things = new ReadThings();
    final StructureNeeds needs = new StructureNeeds();
    private final Map<String, Integer> notCovered = new TreeMap<>();

    /** In the order in which the answers have to come. */
    abstract List<Walk> walks();

    /** All that was read, once all has come. */
    abstract List<Structure> read();

    List<Walk> firstWalks() {
        List<Walk> walks = new ArrayList<>(marks.walks());
        walks.add(new Walk(
                new Query("what is not compared", SqlText.of("structure/not_covered.sql"), List.of()), row -> {
                    int number = row.getInt("number");
                    if (number > 0 && !marks.of(row.getString("catalog")).isOfExtension((int) row.getLong("oid"))) {
                        notCovered.merge(row.getString("word"), number, Integer::sum);
                    }
                }));
        return walks;
    }

    Walk walk(StructureSubject subject) {
        return new Walk(
                subject.query(),
                new ThingRows(
                        subject, marks, seen, (thing, oid, sub) -> things.add(subject.catalog(), thing, oid, sub)));
    }

    StructureSnapshot snapshot(ServerVersion version, Name database, List<Gap> gaps) {
        return new StructureSnapshot(version, database, read(), lazy(needs, things), notCovered, gaps);
    }

    /** Without holding on to what else was read. */
    private static LazyNeeds lazy(StructureNeeds needs, ReadThings things) {
        return new LazyNeeds(() -> needs.make(things));
    }
}
