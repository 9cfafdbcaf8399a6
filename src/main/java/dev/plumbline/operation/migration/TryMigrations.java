package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.execute.TrialOutcome;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries planned migrations on the live server: through the door of a run, with its approval, checks, locks and journal, in one transaction that is rolled back. Reads within it what the database
 * became, and afterwards whether it is what it was.
 */
public final class TryMigrations {
    private final Function<String, ConnectionTarget> targets;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final RunLimits limits;
    private final RunMigrations.Origins origins;
    private final PostgresParser parser;

    public TryMigrations(
            Function<String, ConnectionTarget> targets,
            ServerPools pools,
            Supplier<Journal> journal,
            Executor background,
            RunLimits limits,
            RunMigrations.Origins origins,
            PostgresParser parser) {
        this.targets = targets;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.limits = limits;
        this.origins = origins;
        this.parser = parser;
    }

    /** The plan to be approved. It is refused with MIG-460 for a statement that runs in no transaction, with MIG-461 for one that does what stays. */
    public MigrationTrial prepare(PlannedMigrations planned) {
        return MigrationTrial.of(planned, parser);
    }

    /** @param context whose pods the sessions in the way may belong to */
    public TriedMigrations run(
            MigrationTrial trial,
            Approval approval,
            RunListener listener,
            Optional<String> context,
            CancelToken cancel) {
        PlannedMigrations planned = trial.planned();
        ConnectionTarget target = targets.apply(planned.dsn());
        PlanRunner runner = new PlanRunner(
                pools,
                target,
                journal.get(),
                now -> new Verification(
                        List.of(), Plan.of(trial.plan().target(), trial.plan().concern(), now, List.of(), List.of())),
                background,
                limits.with(planned.choice().locks()),
                RunMigrations.locks(planned.revisions()),
                context.map(name -> origins.of(name, cancel)).orElse(SessionOrigins.UNKNOWN));
        MovedSequences sequences = MovedSequences.since(pools, target, cancel);
        TrialLook look = new TrialLook(planned);
        TrialOutcome tried = runner.tryOut(trial.plan(), approval, look, listener, cancel);
        boolean ran = !look.effects().isEmpty() || look.within().isPresent();
        return new TriedMigrations(
                trial,
                tried.run(),
                look.effects(),
                look.within(),
                look.within().map(within -> changes(planned, within)).orElse(List.of()),
                look.within()
                        .map(within -> PredictedStructure.left(planned, within).stream()
                                .map(PredictedStructure::inWords)
                                .toList())
                        .orElse(List.of()),
                ran ? sequences.now(new CancelToken()) : List.of(),
                tried.notAsBefore());
    }

    private static List<StructureDifference> changes(PlannedMigrations planned, StructureSnapshot within) {
        return StructureComparison.of(
                        PredictedStructure.without(planned.live(), planned.revisions()),
                        PredictedStructure.without(within, planned.revisions()))
                .differences();
    }
}
