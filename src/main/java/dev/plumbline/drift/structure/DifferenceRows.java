package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A comparison as lines, each of one layer: sorted by layer, kind and name; and lines made a comparison again. */
public final class DifferenceRows {
    private static final Comparator<DifferenceRow> ORDER = Comparator.comparing(DifferenceRow::layer)
            .thenComparingInt(DifferenceRow::kindOrder)
            .thenComparing(DifferenceRow::kinds)
            .thenComparing(
                    row -> row.found() == null ? null : row.found().name(),
                    Comparator.nullsFirst(Comparator.<StructureName>naturalOrder()));

    private DifferenceRows() {}

    /**
     * @param left and {@code right} as they were compared
     * @param comparison of all layers that are to be told
     */
    public static List<DifferenceRow> of(
            StructureSnapshot left,
            StructureSnapshot right,
            StructureComparison comparison,
            List<Uncompared> uncompared) {
        Map<StructureName, String> definitions = new HashMap<>();
        right.things().forEach(thing -> definitions.put(thing.name(), thing.property("definition")));
        left.things().forEach(thing -> definitions.put(thing.name(), thing.property("definition")));
        Map<StructureName, List<StructureName>> perhaps = perhaps(comparison);
        List<DifferenceRow> rows = new ArrayList<>();
        for (StructureDifference difference : comparison.differences()) {
            layers(difference)
                    .forEach((layer, ofLayer) -> rows.add(new DifferenceRow(
                            layer,
                            difference.name().kind().words(),
                            Presence.of(difference.change()),
                            Severity.of(ofLayer, definitions.getOrDefault(difference.name(), "")),
                            ofLayer,
                            "",
                            perhaps.getOrDefault(difference.name(), List.of()))));
        }
        uncompared.forEach(open -> rows.add(new DifferenceRow(
                open.layer(), open.what(), Presence.NOT_COMPARED, Severity.UNKNOWN, null, open.reason(), List.of())));
        rows.sort(ORDER);
        return List.copyOf(rows);
    }

    /** What comes or goes as a whole is structure; what changed is one difference for each layer. */
    private static Map<Layer, StructureDifference> layers(StructureDifference difference) {
        if (difference.change() != StructureDifference.Change.CHANGED) {
            return Map.of(Layer.STRUCTURE, difference);
        }
        Map<Layer, List<StructureDifference.Property>> properties = new EnumMap<>(Layer.class);
        difference
                .properties()
                .forEach(property -> properties
                        .computeIfAbsent(Layer.of(property.word()), layer -> new ArrayList<>())
                        .add(property));
        Map<Layer, StructureDifference> layers = new EnumMap<>(Layer.class);
        properties.forEach((layer, list) -> layers.put(
                layer, new StructureDifference(difference.change(), difference.name(), list, difference.parts())));
        return layers;
    }

    private static Map<StructureName, List<StructureName>> perhaps(StructureComparison comparison) {
        Map<StructureName, List<StructureName>> perhaps = new HashMap<>();
        comparison.renames().forEach(offer -> {
            perhaps.computeIfAbsent(offer.from(), name -> new ArrayList<>()).add(offer.to());
            perhaps.computeIfAbsent(offer.to(), name -> new ArrayList<>()).add(offer.from());
        });
        return perhaps;
    }

    /** The differences of these rows of {@code whole} and no others; what could not be compared stays told, whichever rows were chosen. */
    public static StructureComparison comparison(StructureComparison whole, List<DifferenceRow> rows) {
        Map<StructureName, StructureDifference> chosen = new LinkedHashMap<>();
        rows.forEach(row -> row.difference()
                .ifPresent(difference -> chosen.merge(difference.name(), difference, DifferenceRows::joined)));
        List<StructureDifference> differences = whole.differences().stream()
                .map(difference -> chosen.get(difference.name()))
                .filter(difference -> difference != null)
                .toList();
        List<RenameOffer> renames = whole.renames().stream()
                .filter(offer -> chosen.containsKey(offer.from()) && chosen.containsKey(offer.to()))
                .toList();
        return new StructureComparison(differences, renames, whole.renamed(), new TreeSet<>(whole.unknown()));
    }

    private static StructureDifference joined(StructureDifference one, StructureDifference other) {
        List<StructureDifference.Property> properties = new ArrayList<>(one.properties());
        properties.addAll(other.properties());
        properties.sort(Comparator.comparing(StructureDifference.Property::word));
        return new StructureDifference(one.change(), one.name(), properties, one.parts());
    }

    /** Where the definitions of the things of a state are found: by name. */
    static Map<StructureName, Structure> byName(StructureSnapshot state) {
        Map<StructureName, Structure> things = new LinkedHashMap<>();
        state.things().forEach(thing -> things.put(thing.name(), thing));
        return things;
    }
}
