package dev.plumbline.drift.velocity;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.drift.velocity.WantedTable.UnknownPart;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureNeed;
import dev.plumbline.model.structure.StructureSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares a live table with the wanted one, thing by thing: by name, and where no thing of that name is there by definition, so that an index made by hand under
 * another name is no missing index. Both sides are in the server's own words: {@code wanted} was read from a server on which the wanted table was made.
 */
public final class SchemaComparison {
    private final WantedTable table;
    private final TableThings wanted;
    private final TableThings live;
    private final Map<StructureName, Structure> target = new TreeMap<>();
    private final Set<StructureName> claimed = new HashSet<>();
    private final List<SchemaFinding> findings = new ArrayList<>();
    private final List<String> otherNames = new ArrayList<>();

    private SchemaComparison(WantedTable table, StructureSnapshot wanted, StructureSnapshot live) {
        this.table = table;
        this.wanted = TableThings.of(wanted, table.names());
        this.live = TableThings.of(live, table.names());
        live.things().forEach(thing -> target.put(thing.name(), thing));
    }

    public static SchemaDrift compare(WantedTable table, StructureSnapshot wanted, StructureSnapshot live) {
        return compare(table, wanted, live, Set.of());
    }

    /** @param asked which of the offered renames are taken for renames, each as {@link RenameOffer#isMeantBy} takes it; what is not offered is not */
    public static SchemaDrift compare(
            WantedTable table, StructureSnapshot wanted, StructureSnapshot live, Set<String> asked) {
        SchemaDrift plain = compare(table, wanted, live, live, Renames.NONE);
        List<String> renamed = plain.offers().stream()
                .filter(offer -> asked.stream().anyMatch(offer::isMeantBy))
                .map(RenameOffer::argumentWithKind)
                .toList();
        if (renamed.isEmpty()) {
            return plain;
        }
        Renames renames = Renames.of(renamed, live, wanted);
        return compare(table, wanted, live, renames.applied(live, wanted), renames);
    }

    private static SchemaDrift compare(
            WantedTable table,
            StructureSnapshot wanted,
            StructureSnapshot live,
            StructureSnapshot renamed,
            Renames renames) {
        SchemaComparison comparison = new SchemaComparison(table, wanted, renamed);
        comparison.compare();
        return new SchemaDrift(
                table.names(),
                comparison.findings,
                comparison.otherNames,
                table.problems(),
                covered(live),
                comparison.target(renamed, wanted.needs()),
                wanted.version(),
                comparison.offers(),
                renames);
    }

    /** Columns beyond the resource that are what a missing one is to be. */
    private List<RenameOffer> offers() {
        List<RenameOffer> offers = new ArrayList<>();
        for (SchemaFinding missing : findings) {
            if (missing.cause() == SchemaCause.COLUMN_MISSING) {
                findings.stream()
                        .filter(there -> there.cause() == SchemaCause.UNDECLARED
                                && there.name().kind() == StructureKind.COLUMN
                                && isAlike(there.name(), missing.name()))
                        .forEach(there -> offers.add(new RenameOffer(there.name(), missing.name())));
            }
        }
        return offers;
    }

    private boolean isAlike(StructureName there, StructureName asked) {
        Optional<Structure> old = live.find(StructureKind.COLUMN, there.name());
        Optional<Structure> now = wanted.find(StructureKind.COLUMN, asked.name());
        return old.isPresent()
                && now.isPresent()
                && !old.get().properties().containsKey("inherited")
                && Stream.of("type", "not null", "generated", "identity")
                        .allMatch(word ->
                                old.get().property(word).equals(now.get().property(word)));
    }

    /** What comes brings along what it cannot be without, as the scratch server told it. */
    private StructureSnapshot target(StructureSnapshot from, List<StructureNeed> wantedNeeds) {
        Set<StructureName> there = new HashSet<>();
        from.things().forEach(thing -> there.add(thing.name()));
        List<StructureNeed> needs = new ArrayList<>(from.needs());
        wantedNeeds.stream()
                .filter(need ->
                        !there.contains(need.of()) && target.containsKey(need.of()) && target.containsKey(need.on()))
                .forEach(needs::add);
        return new StructureSnapshot(
                from.version(), from.database(), List.copyOf(target.values()), needs, Map.of(), from.gaps());
    }

    /** What is not read is the same in the live state and in the target, which is made of it. */
    private static StructureSnapshot covered(StructureSnapshot live) {
        return new StructureSnapshot(
                live.version(), live.database(), live.things(), live.needs(), Map.of(), live.gaps());
    }

    private void compare() {
        if (live.whole().isEmpty()) {
            findings.add(new SchemaFinding(
                    SchemaCause.TABLE_MISSING, wanted.whole().orElseThrow().name(), "", List.of()));
            wanted.all().forEach(thing -> target.put(thing.name(), thing));
            return;
        }
        for (WantedPart part : table.parts()) {
            wanted.find(part.kind().kind(), part.name()).ifPresent(thing -> compare(part, thing));
        }
        rowSecurity(live.whole().orElseThrow());
        table.unknown().forEach(this::lookFor);
        live.all().stream()
                .filter(thing -> thing.name().kind().isPart() && !claimed.contains(thing.name()))
                .forEach(thing -> found(SchemaCause.UNDECLARED, thing.name(), "", List.of()));
    }

    private void compare(WantedPart part, Structure thing) {
        Optional<Structure> sameName = live.find(part.kind().kind(), part.name());
        Optional<Structure> alike = sameName.filter(
                        there -> differing(part, there, thing).isEmpty())
                .or(() -> part.kind().isByDefinition() ? alike(part, thing) : Optional.empty());
        if (alike.isPresent()) {
            claimed.add(alike.get().name());
            if (!alike.get().name().equals(thing.name())) {
                otherNames.add("The " + part.kind().kind().word() + " " + part.name() + " is there as "
                        + alike.get().name().name() + ".");
            }
        } else if (sameName.isPresent()) {
            claimed.add(sameName.get().name());
            List<Property> properties = differing(part, sameName.get(), thing);
            found(part.kind().differing(properties), thing.name(), part.source(), properties);
            target.put(sameName.get().name(), with(sameName.get(), properties));
        } else {
            found(part.kind().missing(), thing.name(), part.source(), List.of());
            target.put(thing.name(), thing);
        }
    }

    private Optional<Structure> alike(WantedPart part, Structure thing) {
        return live.all().stream()
                .filter(there -> there.name().kind() == part.kind().kind()
                        && !claimed.contains(there.name())
                        && table.part(part.kind(), there.name().name()).isEmpty()
                        && differing(part, there, thing).isEmpty())
                .findFirst();
    }

    private static List<Property> differing(WantedPart part, Structure there, Structure thing) {
        List<Property> properties = new ArrayList<>();
        for (String word : new TreeSet<>(part.compared())) {
            String now = Definitions.withoutName(there, word);
            String to = Definitions.withoutName(thing, word);
            if (!Objects.equals(now, to)) {
                properties.add(new Property(
                        word, there.properties().get(word), thing.properties().get(word)));
            }
        }
        return properties;
    }

    private static Structure with(Structure there, List<Property> properties) {
        TreeMap<String, String> changed = new TreeMap<>(there.properties());
        for (Property property : properties) {
            String to = property.to();
            if (to == null) {
                changed.remove(property.word());
            } else {
                changed.put(property.word(), to);
            }
        }
        return new Structure(there.name(), changed, there.ofExtension());
    }

    private void rowSecurity(Structure whole) {
        if (!whole.properties().containsKey(Definitions.ROW_SECURITY)) {
            List<Property> properties = List.of(new Property(Definitions.ROW_SECURITY, null, "yes"));
            found(SchemaCause.ROW_SECURITY_OFF, whole.name(), "every Velocity table", properties);
            target.put(whole.name(), with(whole, properties));
        }
    }

    private void lookFor(UnknownPart part) {
        List<Structure> there = live.all().stream()
                .filter(thing -> thing.name().kind() == part.kind()
                        && thing.name().name().startsWith(part.nameBegins()))
                .toList();
        there.forEach(thing -> claimed.add(thing.name()));
        if (there.isEmpty()) {
            SchemaNames names = table.names();
            StructureName name = new StructureName(part.kind(), names.schema(), names.table(), part.nameBegins());
            found(SchemaCause.OPERATOR_PART_MISSING, name, part.source(), List.of());
        }
    }

    private void found(SchemaCause cause, StructureName name, String source, List<Property> properties) {
        findings.add(new SchemaFinding(cause, name, source, properties));
    }
}
