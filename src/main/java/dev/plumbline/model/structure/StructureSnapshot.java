package dev.plumbline.model.structure;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ServerVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The structure of one database at one moment, sorted by name. {@code notCovered} counts, by kind, what is there but not read, such as text search
 * configurations: a comparison says so instead of taking both sides for equal. What the login may not see is a {@link Gap}. {@code needs} tell what cannot be there
 * without what: they order a plan, are not compared, stand in no order, and one may stand there twice.
 */
public record StructureSnapshot(
        ServerVersion version,
        Name database,
        List<Structure> things,
        List<StructureNeed> needs,
        Map<String, Integer> notCovered,
        List<Gap> gaps) {
    public StructureSnapshot {
        things = StructureOrder.sorted(things);
        needs = needs instanceof LazyNeeds ? needs : List.copyOf(needs);
        notCovered = Collections.unmodifiableMap(new TreeMap<>(notCovered));
        gaps = List.copyOf(gaps);
    }

    /** The same reading with other names for some things, also where needs speak of them. */
    public StructureSnapshot renamed(Map<StructureName, StructureName> names) {
        List<Structure> others = things.stream()
                .map(thing -> new Structure(
                        names.getOrDefault(thing.name(), thing.name()), thing.properties(), thing.ofExtension()))
                .toList();
        List<StructureNeed> told = needs.stream()
                .map(need -> new StructureNeed(
                        names.getOrDefault(need.of(), need.of()),
                        need.ofDefault(),
                        names.getOrDefault(need.on(), need.on()),
                        need.ofPartition()))
                .toList();
        return new StructureSnapshot(version, database, others, told, notCovered, gaps);
    }

    /** The same reading with other things. */
    public StructureSnapshot withThings(List<Structure> others) {
        return new StructureSnapshot(version, database, others, needs, notCovered, gaps);
    }
}
