package dev.plumbline.operation.runbook;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a database is made of, before and after, as lines. */
final class CatalogDifference {
    private static final int MOST = 200;

    private CatalogDifference() {}

    static List<String> lines(StructureSnapshot before, StructureSnapshot after) {
        Map<StructureName, Structure> now = new HashMap<>();
        after.things().forEach(thing -> now.put(thing.name(), thing));
        List<String> lines = new ArrayList<>();
        for (Structure thing : before.things()) {
            Structure found = now.remove(thing.name());
            if (found == null) {
                lines.add("- " + inWords(thing));
            } else if (!found.equals(thing)) {
                lines.add("~ " + inWords(thing));
            }
        }
        now.values().stream().map(thing -> "+ " + inWords(thing)).sorted().forEach(lines::add);
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST));
        first.add("and " + (lines.size() - MOST) + " more");
        return first;
    }

    private static String inWords(Structure thing) {
        return thing.name().kind().word() + " " + thing.name().shown();
    }
}
