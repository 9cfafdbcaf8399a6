package dev.plumbline.drift.structure;

import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two structures differ, sorted by name. What an extension made is compared by the extension's version alone. Where a part is inherited on both sides, its
 * difference is that of the parent. {@code unknown} are the kinds that one side could not read or that are not read at all:
 * about these nothing is said. {@code renames} are offered, {@code renamed} were accepted: what they are about is compared under its new name.
 */
public record StructureComparison(
        List<StructureDifference> differences,
        List<RenameOffer> renames,
        List<RenameOffer> renamed,
        Set<String> unknown) {
    private static final Set<String> NOT_COMPARED = Set.of("position", "inherited", "columns");

    public StructureComparison {
        differences = List.copyOf(differences);
        renames = List.copyOf(renames);
        renamed = List.copyOf(renamed);
        unknown = new TreeSet<>(unknown);
    }

    public static StructureComparison of(StructureSnapshot from, StructureSnapshot to, Renames accepted) {
        StructureComparison rest = of(accepted.applied(from, to), to);
        List<RenameOffer> done = accepted.accepted().stream()
                .map(one -> new RenameOffer(one.from(), one.to(), accepted.before(one.from())))
                .toList();
        List<RenameOffer> offers = rest.renames.stream()
                .map(offer -> new RenameOffer(offer.from(), offer.to(), accepted.before(offer.from())))
                .toList();
        return new StructureComparison(rest.differences, offers, done, rest.unknown);
    }

    public static StructureComparison of(StructureSnapshot from, StructureSnapshot to) {
        StructureIndex before = new StructureIndex(from);
        StructureIndex after = new StructureIndex(to);
        Set<String> unknown = unknown(from, to);
        List<StructureDifference> differences = new ArrayList<>();
        Set<StructureKind> compared = EnumSet.allOf(StructureKind.class);
        compared.removeIf(kind -> unknown.contains(kind.words()));
        for (Unequal pair : Unequal.of(before, after)) {
            Structure old = pair.from();
            Structure now = pair.to();
            if (compared.contains(pair.name().kind())) {
                (now == null
                                ? onOneSide(
                                        StructureDifference.Change.REMOVED, Objects.requireNonNull(old), before, after)
                                : old == null
                                        ? onOneSide(StructureDifference.Change.ADDED, now, after, before)
                                        : changed(old, now, before, after))
                        .ifPresent(differences::add);
            }
        }
        differences.sort(Comparator.comparing(StructureDifference::name));
        return new StructureComparison(differences, renames(differences, before, after), List.of(), unknown);
    }

    /** Only what belongs to these layers: things that came or went are structure, properties are of one layer each. */
    public StructureComparison only(Set<Layer> layers) {
        List<StructureDifference> kept = new ArrayList<>();
        for (StructureDifference difference : differences) {
            List<StructureDifference.Property> properties = difference.properties().stream()
                    .filter(property -> layers.contains(Layer.of(property.word())))
                    .toList();
            boolean whole = difference.change() != StructureDifference.Change.CHANGED;
            if (whole ? layers.contains(Layer.STRUCTURE) : !properties.isEmpty()) {
                kept.add(new StructureDifference(
                        difference.change(), difference.name(), properties, difference.parts()));
            }
        }
        boolean structure = layers.contains(Layer.STRUCTURE);
        return new StructureComparison(kept, structure ? renames : List.of(), structure ? renamed : List.of(), unknown);
    }

    /** The same, with more that is not compared. */
    public StructureComparison withUnknown(Set<String> more) {
        Set<String> all = new TreeSet<>(unknown);
        all.addAll(more);
        return new StructureComparison(differences, renames, renamed, all);
    }

    /** Nothing differs in what both sides could read. */
    public boolean isEmpty() {
        return differences.isEmpty() && renamed.isEmpty();
    }

    private static Set<String> unknown(StructureSnapshot from, StructureSnapshot to) {
        Set<String> unknown = new TreeSet<>();
        for (StructureSnapshot side : List.of(from, to)) {
            side.gaps().forEach(gap -> unknown.add(gap.subject()));
            unknown.addAll(side.notCovered().keySet());
        }
        return unknown;
    }

    private static Optional<StructureDifference> onOneSide(
            StructureDifference.Change change, Structure thing, StructureIndex here, StructureIndex there) {
        StructureName name = thing.name();
        boolean withItsWhole = name.kind().isPart() && !there.holdsWholeOf(name);
        if (withItsWhole || isInherited(thing)) {
            return Optional.empty();
        }
        return Optional.of(new StructureDifference(change, name, List.of(), here.countParts(name)));
    }

    private static boolean isInherited(Structure thing) {
        return thing.properties().containsKey("inherited");
    }

    private static Optional<StructureDifference> changed(
            Structure old, Structure now, StructureIndex before, StructureIndex after) {
        boolean inherited = isInherited(old) && isInherited(now);
        List<StructureDifference.Property> properties = differing(old, now, inherited);
        if (!inherited && !now.name().kind().isPart()) {
            columnOrder(before.columnsInOrder(now.name()), after.columnsInOrder(now.name()))
                    .ifPresent(properties::add);
        }
        return properties.isEmpty()
                ? Optional.empty()
                : Optional.of(new StructureDifference(
                        StructureDifference.Change.CHANGED, now.name(), properties, new TreeMap<>()));
    }

    private static List<StructureDifference.Property> differing(Structure old, Structure now, boolean inherited) {
        List<StructureDifference.Property> properties = new ArrayList<>();
        if (old.properties().equals(now.properties())) {
            return properties;
        }
        Set<String> words = new TreeSet<>(old.properties().keySet());
        words.addAll(now.properties().keySet());
        for (String word : words) {
            String from = old.properties().get(word);
            String to = now.properties().get(word);
            boolean known = from != null && to != null || isKnownWhereAbsent(now.name(), word);
            boolean ofParent = inherited && Layer.of(word) == Layer.STRUCTURE;
            if (known && !ofParent && !NOT_COMPARED.contains(word) && !Objects.equals(from, to)) {
                properties.add(new StructureDifference.Property(word, from, to));
            }
        }
        return properties;
    }

    /** Owners and privileges that a reading could not see are no empty ones; a column, and a rule for what comes, may well have none. */
    private static boolean isKnownWhereAbsent(StructureName name, String word) {
        return Layer.of(word) == Layer.STRUCTURE || name.kind() == StructureKind.COLUMN || word.equals(Layer.DEFAULTS);
    }

    /** Where the columns that both have stand in another order, which nothing but a new table changes. */
    private static Optional<StructureDifference.Property> columnOrder(List<String> from, List<String> to) {
        List<String> old = new ArrayList<>(from);
        old.retainAll(to);
        List<String> now = new ArrayList<>(to);
        now.retainAll(from);
        return old.equals(now)
                ? Optional.empty()
                : Optional.of(new StructureDifference.Property(
                        "column order", String.join(", ", old), String.join(", ", now)));
    }

    private static List<RenameOffer> renames(
            List<StructureDifference> differences, StructureIndex before, StructureIndex after) {
        Map<List<Object>, List<StructureName>> went = new HashMap<>();
        for (StructureDifference difference : differences) {
            if (difference.change() == StructureDifference.Change.REMOVED) {
                went.computeIfAbsent(likeness(difference.name(), before), shape -> new ArrayList<>())
                        .add(difference.name());
            }
        }
        List<RenameOffer> offers = new ArrayList<>();
        for (StructureDifference difference : differences) {
            if (difference.change() == StructureDifference.Change.ADDED) {
                went.getOrDefault(likeness(difference.name(), after), List.of())
                        .forEach(name -> offers.add(new RenameOffer(name, difference.name())));
            }
        }
        return offers;
    }

    private static List<Object> likeness(StructureName name, StructureIndex index) {
        return List.of(
                name.kind(), Optional.ofNullable(name.schema()), Optional.ofNullable(name.parent()), index.shape(name));
    }
}
