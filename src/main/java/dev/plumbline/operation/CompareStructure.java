package dev.plumbline.operation;

import dev.plumbline.drift.structure.AccessLayers;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.ScopedTarget;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.Uncompared;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.CompareFolder;
import dev.plumbline.operation.structure.KeptPlace;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.operation.structure.SideChoice;
import dev.plumbline.operation.structure.StructureKeeper;
import dev.plumbline.operation.structure.StructureSides;
import dev.plumbline.operation.structure.Unproved;
import dev.plumbline.operation.structure.WantedSide;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.structure.StructurePlan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads two states and tells how they differ, layer by layer. Changes nothing; SQL is run on a scratch server only. */
public final class CompareStructure {
    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;
    private final StructureSides sides;
    private final StructureKeeper keeper;
    private final Clock clock;

    public CompareStructure(
            Supplier<KubeContexts> contexts,
            DirectConnections direct,
            ServerPools pools,
            ScratchServers scratch,
            StructureKeeper keeper,
            Clock clock) {
        this.contexts = contexts;
        this.direct = direct;
        MaterializeSql sql = new MaterializeSql(pools, scratch);
        this.sides =
                new StructureSides(direct::target, this::target, pools, sql, keeper, new WantedSide(contexts, sql));
        this.keeper = keeper;
        this.clock = clock;
    }

    private ConnectionTarget target(DatabasePlace place, CancelToken cancel) {
        if (place instanceof ResourceRef ref) {
            KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
            DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
            return InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance()));
        }
        return direct.target(new DirectTarget.Named(place.name()));
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

        /** The same of some layers. */
        public Compared only(Set<Layer> layers) {
            return new Compared(from, to, comparison.only(layers), notes);
        }
    }

    /**
     * Reads both states.
     *
     * @param renamed what is to be taken for renamed, each as {@code old=new}
     * @param access whether owners and privileges are looked at too
     * @throws dev.plumbline.model.ProblemException when one of them cannot be read
     */
    public StructurePair read(
            SideChoice from,
            SideChoice to,
            List<String> renamed,
            boolean access,
            CancelToken cancel,
            Progress progress) {
        StructureSides.Both both = sides.read(from, to, access, cancel, progress);
        StructureSnapshot left = layered(both.from(), both.to());
        StructureSnapshot right = layered(both.to(), both.from());
        List<Uncompared> uncompared = new ArrayList<>(Uncompared.of(left, right));
        both.unproved().forEach(unproved -> uncompared.add(unproved.uncompared()));
        if (access) {
            uncompared.addAll(AccessLeftOpen.of(both));
        }
        return new StructurePair(
                both.from().shown(),
                both.to().shown(),
                both.from().structure(),
                both.to().structure(),
                both.from().server(),
                both.from().declared() ? Optional.empty() : both.from().access().map(AccessLayers::access),
                renamed,
                left,
                right,
                StructureComparison.of(left, right, Renames.of(renamed, left, right))
                        .withUnknown(access ? AccessLeftOpen.words(both) : Set.of())
                        .withUnknown(Unproved.shown(both.unproved())),
                uncompared,
                both.from().place(),
                both.to().place(),
                notes(both),
                clock.instant());
    }

    private static List<String> notes(StructureSides.Both both) {
        List<String> notes = new ArrayList<>();
        both.from().notes().forEach(note -> notes.add("from: " + note));
        both.to().notes().forEach(note -> notes.add("to: " + note));
        return notes;
    }

    /** The databases of which earlier readings are kept here, and their states, newest first. */
    public List<KeptStates> kept() {
        return keeper.places().stream()
                .map(place -> new KeptStates(place, keeper.of(place)))
                .toList();
    }

    /** What is kept of one database. */
    public record KeptStates(KeptPlace place, List<StructureKeeper.Kept> states) {
        public KeptStates {
            states = List.copyOf(states);
        }
    }

    /**
     * The way from one state to another, the {@code state} that it begins from and the {@code server} of that, if it has one. What differs in owners and privileges is no part of
     * it. {@code renames} were accepted, {@code offers} are what may be renamed instead of dropped and made, and {@code left} are differences that were chosen and yet are not in it, since
     * they cannot be set right alone.
     */
    public record Planned(
            String from,
            String to,
            StructureSnapshot state,
            Optional<ServerIdentity> server,
            StructurePlan plan,
            Renames renames,
            List<RenameOffer> offers,
            List<ScopedTarget.Left> left,
            List<String> notes) {
        public Planned {
            offers = List.copyOf(offers);
            left = List.copyOf(left);
            notes = List.copyOf(notes);
        }
    }

    /** Where one side leaves owners and privileges open, those of neither are looked at. */
    private static StructureSnapshot layered(StructureSides.Side side, StructureSides.Side other) {
        boolean open = AccessLeftOpen.isOpen(side) || AccessLeftOpen.isOpen(other);
        return open
                ? side.structure()
                : side.access()
                        .map((AccessLayers layers) ->
                                layers.with(side.structure(), other.structure().version()))
                        .orElse(side.structure());
    }
}
