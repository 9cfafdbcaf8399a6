package dev.plumbline.drift.structure;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small states, as a test decides. */
public final class States {
    private final List<Structure> things = new ArrayList<>();
    private final List<StructureNeed> needs = new ArrayList<>();
    private final Map<String, Integer> notCovered = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    public static StructureName table(String name) {
        return new StructureName(StructureKind.TABLE, Name.of("s"), null, name);
    }

    public static StructureName view(String name) {
        return new StructureName(StructureKind.VIEW, Name.of("s"), null, name);
    }

    public static StructureName part(StructureKind kind, String table, String name) {
        return new StructureName(kind, Name.of("s"), Name.of(table), name);
    }

    public static StructureName column(String table, String name) {
        return part(StructureKind.COLUMN, table, name);
    }

    /** @param properties word, value, word, value */
    public States with(StructureName name, String... properties) {
        Map<String, String> all = new TreeMap<>();
        if (name.kind() == StructureKind.COLUMN) {
            long before = things.stream()
                    .filter(thing -> thing.name().kind() == StructureKind.COLUMN)
                    .count();
            all.put("position", Long.toString(before + 1));
        }
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        things.add(new Structure(name, new TreeMap<>(all), false));
        return this;
    }

    public States needing(StructureName of, StructureName on) {
        needs.add(new StructureNeed(of, false, on, false));
        return this;
    }

    public States withUnread(String kinds, int count) {
        notCovered.put(kinds, count);
        return this;
    }

    public States withGap(String kinds) {
        gaps.add(new Gap(kinds, "42501", "permission denied"));
        return this;
    }

    public StructureSnapshot state() {
        return new StructureSnapshot(
                new ServerVersion(Product.POSTGRESQL, 170004, "17.4"),
                Name.of("billing"),
                things,
                needs,
                notCovered,
                gaps);
    }
}
