package dev.plumbline.operation;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.drift.structure.DifferenceRows;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.ScopedTarget;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.Uncompared;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.KeptPlace;
import dev.plumbline.operation.structure.ScriptGuard;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two states as they were read, and how the left one differs from the right one in every layer that both tell of. {@code left} and {@code right} are the structures alone, which scripts
 * rest on; the compared ones have owners and privileges beside them. {@code server} and {@code access} are those of the left, where they are known, and
 * {@code renamed} what is taken for renamed, each as {@code old=new}. {@code notes} say how they were found.
 */
public record StructurePair(
        String from,
        String to,
        StructureSnapshot left,
        StructureSnapshot right,
        Optional<ServerIdentity> server,
        Optional<AccessSnapshot> access,
        List<String> renamed,
        StructureSnapshot comparedLeft,
        StructureSnapshot comparedRight,
        StructureComparison comparison,
        List<Uncompared> uncompared,
        Optional<KeptPlace> leftPlace,
        Optional<KeptPlace> rightPlace,
        List<String> notes,
        Instant at) {
    public StructurePair {
        renamed = List.copyOf(renamed);
        uncompared = List.copyOf(uncompared);
        notes = List.copyOf(notes);
    }

    public List<DifferenceRow> rows() {
        return DifferenceRows.of(comparedLeft, comparedRight, comparison, uncompared);
    }

    /** The differences of these rows alone, for the texts that are taken away. */
    public CompareStructure.Compared only(List<DifferenceRow> rows) {
        return new CompareStructure.Compared(from, to, DifferenceRows.comparison(comparison, rows), notes);
    }

    /**
     * The statements that set right the differences of structure of these things, and nothing else. Reads nothing.
     *
     * @throws dev.plumbline.model.ProblemException STR-403 when a definition was tampered with
     */
    public CompareStructure.Planned plan(Set<StructureName> chosen) {
        Renames renames = Renames.of(renamed, left, right);
        ScopedTarget scoped =
                ScopedTarget.of(renames.applied(left, right), right, comparison.only(Set.of(Layer.STRUCTURE)), chosen);
        StructurePlan way =
                StructurePlanner.plan(left, scoped.target(), StructureOptions.standard(), renames, access.orElse(null));
        ScriptGuard.require(way, to);
        List<RenameOffer> offers = comparison.renames().stream()
                .filter(offer -> chosen.contains(offer.from()) && chosen.contains(offer.to()))
                .toList();
        return new CompareStructure.Planned(from, to, left, server, way, renames, offers, scoped.left(), notes);
    }
}
