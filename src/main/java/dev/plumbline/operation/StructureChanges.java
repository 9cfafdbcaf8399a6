package dev.plumbline.operation;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.structure.StructureKeeper;
import dev.plumbline.operation.structure.StructureKeeper.Kept;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What changed in the structure of a database since an earlier reading from this machine, beside the runs from here in that time. Changes nothing. */
public final class StructureChanges {
    private static final int RUNS = 500;

    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;
    private final ServerPools pools;
    private final StructureKeeper keeper;
    private final ReadJournal journal;

    public StructureChanges(
            Supplier<KubeContexts> contexts,
            DirectConnections direct,
            ServerPools pools,
            StructureKeeper keeper,
            ReadJournal journal) {
        this.contexts = contexts;
        this.direct = direct;
        this.pools = pools;
        this.keeper = keeper;
        this.journal = journal;
    }

    /** The states that were found, newest first; the first is the one of now. */
    public record States(String shown, List<Kept> states, String notKept) {
        public States {
            states = List.copyOf(states);
        }
    }

    /**
     * How the state of {@code from} would have to change to become that of now. {@code runs} are those begun from here since then, on whatever target, newest first.
     */
    public record Changes(
            String shown,
            Kept from,
            Instant now,
            StructureComparison comparison,
            List<HistoryRun> runs,
            String notKept) {
        public Changes {
            runs = List.copyOf(runs);
        }
    }

    public States ofResource(ResourceRef ref, CancelToken cancel) {
        return states(target(ref, cancel), cancel);
    }

    public States ofDirect(DirectTarget target, CancelToken cancel) {
        return states(direct.target(target), cancel);
    }

    /** @throws ProblemException HIST-404 when nothing was read at that time or before */
    public Changes ofResourceSince(ResourceRef ref, Instant when, CancelToken cancel) {
        return since(target(ref, cancel), when, cancel);
    }

    /** @throws ProblemException HIST-404 when nothing was read at that time or before */
    public Changes ofDirectSince(DirectTarget target, Instant when, CancelToken cancel) {
        return since(direct.target(target), when, cancel);
    }

    private ConnectionTarget target(ResourceRef ref, CancelToken cancel) {
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
        return InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance()));
    }

    private States states(ConnectionTarget target, CancelToken cancel) {
        StructureKeeper.Read read = pools.read(target, cancel, session -> keeper.read(session, cancel));
        return new States(target.shown(), keeper.of(read.place()), read.notKept());
    }

    private Changes since(ConnectionTarget target, Instant when, CancelToken cancel) {
        StructureKeeper.Read read = pools.read(target, cancel, session -> keeper.read(session, cancel));
        List<Kept> kept = keeper.of(read.place());
        Kept from = kept.stream()
                .filter(state -> !state.first().isAfter(when))
                .findFirst()
                .orElseThrow(() -> nothing(target, when, kept));
        return new Changes(
                target.shown(),
                from,
                read.at(),
                StructureComparison.of(keeper.structure(from), read.structure()),
                journal.list(RUNS).stream()
                        .filter(run -> run.begunAt().isAfter(when))
                        .toList(),
                read.notKept());
    }

    private static ProblemException nothing(ConnectionTarget target, Instant when, List<Kept> kept) {
        String first = kept.isEmpty()
                ? "it was never read and kept."
                : "the first reading that was kept is of "
                        + kept.get(kept.size() - 1).first() + ".";
        return new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "HIST-404",
                "Finding out what " + target.shown() + " was at",
                when.toString(),
                first,
                "Ask for a later time; every diff, drift and changes keeps what it reads."));
    }
}
