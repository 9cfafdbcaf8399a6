package dev.plumbline.operation.migration;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.Rewrite;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.PlaceTargets;
import dev.plumbline.operation.PodOrigins;
import dev.plumbline.operation.Recording;
import dev.plumbline.operation.RepairResult;
import dev.plumbline.operation.structure.MaterializeSql;
import dev.plumbline.operation.structure.ScratchServers;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.store.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Migrations of a database that the window knows, wherever that is found; the connection is looked up anew for each thing that is done. */
public final class PlaceMigrations {
    private final PlaceTargets targets;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final Function<String, KubeCluster> clusters;
    private final Clock clock;
    private final PostgresParser parser = new PostgresParser();
    private final TraceMigrations tracing;
    private final JudgeMigrations judging;

    public PlaceMigrations(
            PlaceTargets targets,
            ServerPools pools,
            ScratchServers scratch,
            Supplier<Journal> journal,
            Executor background,
            Clock clock,
            Function<String, KubeCluster> clusters) {
        this.targets = targets;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.clusters = clusters;
        this.clock = clock;
        this.tracing = new TraceMigrations(new MaterializeSql(pools, scratch), parser);
        this.judging = new JudgeMigrations(pools, tracing, parser, clock);
    }

    /** What was read again after a run. */
    public record Standing(StructureSnapshot structure, PlanMigrations.Status status) {}

    /** @throws ProblemException when the directory, the database or the table of what was run cannot be read */
    public JudgedMigrations read(DatabasePlace place, MigrationChoice choice, CancelToken cancel, Progress progress) {
        return judging.read(targets.of(place, cancel), choice, cancel, progress);
    }

    /** @throws ProblemException when the structure cannot be built on a scratch server; a statement that fails there is in the answer */
    public JudgedMigrations trace(DatabasePlace place, JudgedMigrations judged, CancelToken cancel, Progress progress) {
        return judging.trace(targets.of(place, cancel), judged, cancel, progress);
    }

    /** Traces first where nothing was traced. */
    public JudgedMigrations ask(DatabasePlace place, JudgedMigrations judged, CancelToken cancel, Progress progress) {
        return judging.ask(targets.of(place, cancel), judged, cancel, progress);
    }

    /** Reads everything anew and plans; goes on with a file that an earlier run stopped in, where there is one. */
    public PlannedMigrations plan(DatabasePlace place, MigrationChoice choice, CancelToken cancel, Progress progress) {
        ConnectionTarget target = targets.of(place, cancel);
        PlanMigrations plans = plans(target);
        boolean halfway = !plans.status("", choice, cancel)
                .state()
                .in(FileState.State.PARTIAL)
                .isEmpty();
        return plans.plan("", halfway && choice.undo().isEmpty() ? choice.resuming() : choice, cancel, progress);
    }

    /** Runs what was planned; {@code seen} hears what is there afterwards, unless nothing was run. That it could not be read again is a warning of the result. */
    public RepairResult run(
            DatabasePlace place,
            PlannedMigrations planned,
            Approval approval,
            Consumer<Standing> seen,
            RunListener listener,
            CancelToken cancel) {
        ConnectionTarget target = targets.of(place, cancel);
        RunMigrations runs =
                new RunMigrations(dsn -> target, pools, journal, background, RunLimits.DEFAULT, this::origins);
        Optional<String> context = context(place);
        RunOutcome outcome = runs.run(planned, approval, listener, context, cancel);
        if (outcome.ending() == RunOutcome.Ending.REFUSED) {
            return new RepairResult(outcome, Recording.NOTHING);
        }
        CancelToken whole = new CancelToken();
        try {
            seen.accept(new Standing(
                    pools.read(target, whole, session -> new StructureReader().read(session, whole)),
                    plans(target).status("", planned.choice(), whole)));
            return new RepairResult(outcome, Recording.NOTHING);
        } catch (ProblemException unread) {
            List<Problem> warnings = List.of(unread.problem());
            return new RepairResult(outcome, new Recording(false, false, warnings));
        }
    }

    /** Plans anew for a trial on the live server, as {@link #plan}. */
    public MigrationTrial prepare(DatabasePlace place, MigrationChoice choice, CancelToken cancel, Progress progress) {
        return tries(targets.of(place, cancel)).prepare(plan(place, choice, cancel, progress));
    }

    /** Runs them on the live server in one transaction that is rolled back. */
    public TriedMigrations tryOut(
            DatabasePlace place, MigrationTrial trial, Approval approval, RunListener listener, CancelToken cancel) {
        return tries(targets.of(place, cancel)).run(trial, approval, listener, context(place), cancel);
    }

    private TryMigrations tries(ConnectionTarget target) {
        return new TryMigrations(dsn -> target, pools, journal, background, RunLimits.DEFAULT, this::origins, parser);
    }

    private SessionOrigins origins(String context, CancelToken cancel) {
        return PodOrigins.readOn(background, clusters, context, cancel);
    }

    private static Optional<String> context(DatabasePlace place) {
        return Optional.of(place.context()).filter(name -> !name.isEmpty());
    }

    /** What taking a rewrite would write, as the files are now. */
    public RewriteFiles.Ways rewritten(Path directory, MigrationStatement statement, Rewrite rewrite) {
        return RewriteFiles.of(ReadDirectory.of(directory), statement, rewrite);
    }

    /**
     * Writes one of both ways, for a file that the database has not had, and {@code atlas.sum} anew; answers the names of the files.
     *
     * @throws ProblemException MIG-440 when that may not be, MIG-441 when it cannot be written
     */
    public List<String> write(
            DatabasePlace place,
            MigrationChoice choice,
            MigrationStatement statement,
            Rewrite rewrite,
            RewriteFiles.Proposal shown,
            boolean inPlace,
            CancelToken cancel) {
        Revisions revisions =
                plans(targets.of(place, cancel)).status("", choice, cancel).revisions();
        return WriteRewrite.write(
                choice.directory(),
                statement,
                shown,
                now -> {
                    RewriteFiles.Ways ways = RewriteFiles.of(now, statement, rewrite);
                    return inPlace ? ways.inPlace() : ways.asFiles();
                },
                revisions);
    }

    /** How many things are not as the trace predicted. */
    public static long left(PlannedMigrations planned, StructureSnapshot live) {
        return PredictedStructure.left(planned, live).size();
    }

    private PlanMigrations plans(ConnectionTarget target) {
        return new PlanMigrations(dsn -> target, pools, tracing, parser, clock);
    }
}
