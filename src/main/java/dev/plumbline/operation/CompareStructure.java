package dev.plumbline.operation;

import dev.plumbline.drift.structure.AccessLayers;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.CompareFolder;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.operation.structure.ScriptGuard;
import dev.plumbline.operation.structure.StructureKeeper;
import dev.plumbline.operation.structure.StructureSides;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads two states and tells how they differ, layer by layer. Changes nothing; SQL is run on a scratch server only. */
public final class CompareStructure {
    private static final String BESIDE =
            "owners and privileges of the database itself, large objects, languages, foreign-data wrappers, parameters, and default privileges for any schema";
    /** Where these cannot be read, what is absent from the others may yet be there. */
    private static final List<String> WITHOUT = List.of(Gap.ROLES, Gap.COLUMNS, Gap.DEFAULT_PRIVILEGES);

    private final StructureSides sides;

    public CompareStructure(
            DirectConnections direct, ServerPools pools, ScratchServers scratch, StructureKeeper keeper) {
        this.sides = new StructureSides(direct::target, pools, new MaterializeSql(pools, scratch), keeper);
    }

    /** The same of a database and what a folder declares. */
    public CompareFolder folders() {
        return new CompareFolder(sides);
    }

    StructureSides sides() {
        return sides;
    }

    /** Two states in words, how the first would have to change to become the second, and what is to be said about how they were found. */
    public record Compared(String from, String to, StructureComparison comparison, List<String> notes) {
        public Compared {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param from and {@code to} are connection strings, snapshot files, SQL files or folders of them
     * @param renamed what is to be taken for renamed, each as {@code old=new}
     */
    public Compared compare(String from, String to, Set<Layer> layers, List<String> renamed, CancelToken cancel) {
        boolean access = layers.contains(Layer.OWNERSHIP) || layers.contains(Layer.PRIVILEGES);
        StructureSides.Both both = sides.read(from, to, access, cancel);
        List<String> notes = new ArrayList<>();
        both.from().notes().forEach(note -> notes.add("from: " + note));
        both.to().notes().forEach(note -> notes.add("to: " + note));
        Set<String> unknown = access ? unknown(both) : Set.of();
        StructureSnapshot before = layered(both.from(), both.to());
        StructureSnapshot after = layered(both.to(), both.from());
        Renames renames = Renames.of(renamed, before, after);
        StructureComparison comparison =
                StructureComparison.of(before, after, renames).only(layers).withUnknown(unknown);
        return new Compared(both.from().shown(), both.to().shown(), comparison, notes);
    }

    /**
     * The way from one state to another, the {@code state} that it begins from and the {@code server} of that, if it has one. What differs in owners and privileges is no part of
     * it; {@code renames} were accepted, and {@code offers} are what may be renamed instead of dropped and made.
     */
    public record Planned(
            String from,
            String to,
            StructureSnapshot state,
            Optional<ServerIdentity> server,
            StructurePlan plan,
            Renames renames,
            List<RenameOffer> offers,
            List<String> notes) {
        public Planned {
            offers = List.copyOf(offers);
            notes = List.copyOf(notes);
        }
    }

    /** @param from and {@code to} as for {@link #compare} */
    public Planned plan(String from, String to, List<String> renamed, CancelToken cancel) {
        StructureSides.Both both = sides.read(from, to, false, cancel);
        List<String> notes = new ArrayList<>();
        both.from().notes().forEach(note -> notes.add("from: " + note));
        both.to().notes().forEach(note -> notes.add("to: " + note));
        StructureSnapshot before = both.from().structure();
        StructureSnapshot after = both.to().structure();
        Renames renames = Renames.of(renamed, before, after);
        StructurePlan way = StructurePlanner.plan(before, after, StructureOptions.standard(), renames);
        if (way.losesGrants()) {
            AccessSnapshot access = sides.access(from, both.from(), cancel).orElse(null);
            way = StructurePlanner.plan(before, after, StructureOptions.standard(), renames, access);
        }
        ScriptGuard.require(way, both.to().shown());
        List<RenameOffer> offers =
                StructureComparison.of(before, after, renames).renames();
        return new Planned(
                both.from().shown(), both.to().shown(), before, both.from().server(), way, renames, offers, notes);
    }

    /** Where one side leaves owners and privileges open, those of neither are looked at. */
    private static StructureSnapshot layered(StructureSides.Side side, StructureSides.Side other) {
        boolean open = isOpen(side) || isOpen(other);
        return open
                ? side.structure()
                : side.access()
                        .map((AccessLayers layers) ->
                                layers.with(side.structure(), other.structure().version()))
                        .orElse(side.structure());
    }

    private static boolean isOpen(StructureSides.Side side) {
        return !side.unknown().isEmpty()
                || side.access()
                        .map(layers -> layers.access().catalog().gaps().stream()
                                .anyMatch(gap -> WITHOUT.stream().anyMatch(gap::isAbout)))
                        .orElse(false);
    }

    private static Set<String> unknown(StructureSides.Both both) {
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
}
