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
import dev.plumbline.operation.structure.ExtensionVersions;
import dev.plumbline.operation.structure.KeptPlace;
import dev.plumbline.operation.structure.ScriptGuard;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return DifferenceRows.of(renamedLeft(), comparedRight, comparison, uncompared);
    }

    /** The left side as it is compared: with the names that it has once what is taken for renamed is renamed. */
    public StructureSnapshot renamedLeft() {
        return Renames.of(renamed, comparedLeft, comparedRight).applied(comparedLeft, comparedRight);
    }

    /** The same two states, with these of the offered renames taken for renames and no others. One that is not offered (any more, or without another one) is left out. Reads nothing. */
    public StructurePair renaming(Set<RenameOffer> asked) {
        Set<String> wanted = asked.stream().map(RenameOffer::argumentWithKind).collect(Collectors.toSet());
        StructurePair pair = with(List.of());
        boolean more = true;
        while (more) {
            List<String> accepted = new ArrayList<>(pair.renamed);
            pair.comparison.renames().stream()
                    .map(RenameOffer::argumentWithKind)
                    .filter(wanted::contains)
                    .findFirst()
                    .ifPresent(accepted::add);
            more = accepted.size() > pair.renamed.size();
            if (more) {
                pair = with(accepted);
            }
        }
        return pair;
    }

    private StructurePair with(List<String> accepted) {
        return new StructurePair(
                from,
                to,
                left,
                right,
                server,
                access,
                accepted,
                comparedLeft,
                comparedRight,
                StructureComparison.of(comparedLeft, comparedRight, Renames.of(accepted, comparedLeft, comparedRight))
                        .withUnknown(comparison.unknown()),
                uncompared,
                leftPlace,
                rightPlace,
                notes,
                at);
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
        ScopedTarget scoped = ScopedTarget.of(
                renames.applied(left, right),
                ExtensionVersions.reachable(left, right),
                comparison.only(Set.of(Layer.STRUCTURE)),
                chosen);
        List<ScopedTarget.Left> stay = new ArrayList<>(scoped.left());
        ExtensionVersions.left(left, right).stream()
                .filter(chosen::contains)
                .forEach(name -> stay.add(new ScopedTarget.Left(
                        name,
                        "its version stays, since PostgreSQL " + left.version().major() + " may not have that of "
                                + right.version().major() + ".")));
        StructurePlan way =
                StructurePlanner.plan(left, scoped.target(), StructureOptions.standard(), renames, access.orElse(null));
        ScriptGuard.require(way, to);
        List<RenameOffer> offers = comparison.renames().stream()
                .filter(offer -> chosen.contains(offer.from()) && chosen.contains(offer.to()))
                .toList();
        return new CompareStructure.Planned(from, to, left, server, way, renames, offers, stay, notes);
    }
}
