package dev.plumbline.operation.migration;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.execute.ForeignLock;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs planned migrations through the one door, keeping out the tool whose directory it is meanwhile, and proves afterwards that the database is what the trace said it would be. */
public final class RunMigrations {
    /** Atlas' own, of {@code migrate apply}: FNV-1 of the name of its lock. */
    static final ForeignLock ATLAS = new ForeignLock("atlas migrate apply", 2_686_470_616L);

    private final Function<String, ConnectionTarget> targets;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final RunLimits limits;
    private final Origins origins;

    /** What stands behind the addresses that a cluster's sessions come from. */
    public interface Origins {
        SessionOrigins of(String context, CancelToken cancel);
    }

    public RunMigrations(
            Function<String, ConnectionTarget> targets,
            ServerPools pools,
            Supplier<Journal> journal,
            Executor background,
            RunLimits limits,
            Origins origins) {
        this.targets = targets;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.limits = limits;
        this.origins = origins;
    }

    public RunOutcome run(PlannedMigrations planned, Approval approval, RunListener listener, CancelToken cancel) {
        return run(planned, approval, listener, Optional.empty(), cancel);
    }

    /** @param context whose pods the sessions in the way may belong to */
    public RunOutcome run(
            PlannedMigrations planned,
            Approval approval,
            RunListener listener,
            Optional<String> context,
            CancelToken cancel) {
        return run(planned, approval, state -> {}, listener, context, cancel);
    }

    /** @param seen hears what the database is made of each time that it is read again */
    public RunOutcome run(
            PlannedMigrations planned,
            Approval approval,
            Consumer<StructureSnapshot> seen,
            RunListener listener,
            Optional<String> context,
            CancelToken cancel) {
        ConnectionTarget target = targets.apply(planned.dsn());
        PlanRunner runner = new PlanRunner(
                pools,
                target,
                journal.get(),
                now -> verification(planned, target, seen, now),
                background,
                limits.with(planned.choice().locks()),
                locks(planned.revisions()),
                context.map(name -> origins.of(name, cancel)).orElse(SessionOrigins.UNKNOWN));
        return runner.run(planned.plan(), approval, listener, cancel);
    }

    /** What the table of what was run does not hold is still to do; when it holds all, the structure must be the one that was predicted. */
    private Verification verification(
            PlannedMigrations planned, ConnectionTarget target, Consumer<StructureSnapshot> seen, Snapshot now) {
        CancelToken whole = new CancelToken();
        Revisions revisions = ReadRecords.of(
                planned.revisions().form(),
                pools,
                target,
                Optional.of(planned.revisions().schema()),
                whole);
        Stream<Step> baseline = planned.plan().steps().stream()
                .filter(step -> step.id().endsWith(MigrationSteps.BASELINE))
                .filter(step -> revisions.of(baseline(planned, step)).isEmpty());
        Stream<Step> files = planned.trace().files().stream()
                .filter(file -> !isDone(file, revisions, planned.choice().undo().isPresent()))
                .flatMap(file -> planned.plan().step(file.text().file().name() + "#done").stream());
        List<Step> left = Stream.concat(baseline, files).toList();
        StructureSnapshot live = pools.read(target, whole, session -> new StructureReader().read(session, whole));
        seen.accept(live);
        if (left.isEmpty()) {
            PredictedStructure.require(planned, live, target.shown());
        }
        Plan second = Plan.of(planned.plan().target(), planned.plan().concern(), now, left, List.of());
        return new Verification(List.of(), second);
    }

    private static String baseline(PlannedMigrations planned, Step step) {
        return planned.revisions().form() == DirectoryForm.PG_FLUX
                ? step.id().substring(0, step.id().length() - MigrationSteps.BASELINE.length())
                : planned.choice().baseline().orElse("");
    }

    private static boolean isDone(MigrationTrace.File file, Revisions revisions, boolean undone) {
        Optional<Revision> row = revisions.of(file.text().file().version());
        return undone ? row.isEmpty() : row.filter(one -> !one.isPartial()).isPresent();
    }

    /** By which the tool keeps its own runs apart whose records are written. */
    static List<ForeignLock> locks(Revisions records) {
        return List.of(
                records.form() == DirectoryForm.PG_FLUX
                        ? ForeignLock.ofText(
                                "pg-flux migrate apply",
                                "pg-flux-migrate:" + records.schema().text())
                        : ATLAS);
    }
}
