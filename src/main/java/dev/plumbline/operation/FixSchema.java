package dev.plumbline.operation;

import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Verification;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureStep;
import dev.plumbline.plan.structure.StructureSteps;
import dev.plumbline.store.Journal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Plans and runs what gives the table of a SchemaDefinition all that the resource asks for, and nothing beyond. */
public final class FixSchema {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());

    private final CheckSchemas schemas;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;

    public FixSchema(CheckSchemas schemas, ServerPools pools, Supplier<Journal> journal, Executor background) {
        this.schemas = schemas;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
    }

    /** What was counted before a step: {@code rows} that would make it fail; {@code unknown} says why they could not be counted, empty when they could. */
    public record Counted(StructureStep step, String what, long rows, String unknown) {
        /** {@code 2 rows without a value}. */
        public String words() {
            if (rows != 1) {
                return (rows == 0 ? "no" : Long.toString(rows)) + " " + what;
            }
            return "1 "
                    + what.replaceFirst("^(row|value)s ", "$1 ")
                            .replaceFirst(" that are ", " that is ")
                            .replaceFirst(" that refer ", " that refers ");
        }
    }

    /** A plan with what it rests on. {@code plan} is the one that runs; it refuses to while rows are there that one of its steps would fail on. */
    public record Fix(SchemaReports reports, SchemaDrift drift, StructurePlan way, List<Counted> counted, Plan plan) {
        public Fix {
            counted = List.copyOf(counted);
        }

        /** The same with only some of its steps, as a person chose them. */
        public Fix choosing(Plan chosen) {
            return new Fix(reports, drift, way, counted, chosen);
        }

        /** What a plan from this state would still do to give the table all that is asked for. */
        public StructurePlan left(StructureSnapshot now) {
            return StructurePlanner.plan(now, drift.target(), StructureOptions.standard());
        }
    }

    /**
     * @param scope names one resource
     * @param without ids of steps to leave out
     * @throws ProblemException also when the table could not be compared
     */
    public Fix plan(CheckSchemas.Scope scope, Set<String> without, CancelToken cancel, Progress progress) {
        SchemaReports reports = schemas.check(scope, cancel, progress);
        SchemaReport report = reports.reports().get(0);
        SchemaDrift drift = report.drift()
                .orElseThrow(() -> new ProblemException(report.problem().orElseThrow()));
        ConnectionTarget target = schemas.target(scope, cancel);
        StructurePlan all = withGrants(
                StructurePlanner.plan(drift.live(), drift.target(), StructureOptions.standard(), drift.renames()),
                drift,
                target,
                cancel);
        StructurePlan way = new StructurePlan(
                all.steps().stream()
                        .filter(step -> !without.contains(step.id()))
                        .toList(),
                all.notPlanned(),
                all.advice());
        Snapshot identity = pools.read(target, cancel, session -> new SnapshotReader().read(session, IDENTITY, cancel));
        List<Counted> counted = StepCounts.count(pools, target, way, cancel);
        Plan plan = StructureSteps.of(
                way,
                new PlanTarget(report.definition().ref(), "", identity.server()),
                identity,
                drift.live(),
                drift.target());
        return new Fix(reports, drift, way, counted, StepCounts.refusing(plan, counted));
    }

    /** What has to be made again gets the owner and the grants that it has now. */
    private StructurePlan withGrants(
            StructurePlan plan, SchemaDrift drift, ConnectionTarget target, CancelToken cancel) {
        if (!plan.losesGrants()) {
            return plan;
        }
        AccessSnapshot access =
                pools.read(target, cancel, session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
        return StructurePlanner.plan(
                drift.live(), drift.target(), StructureOptions.standard(), drift.renames(), access);
    }

    public RunOutcome run(
            CheckSchemas.Scope scope, Fix fix, Approval approval, RunListener listener, CancelToken cancel) {
        return run(scope, fix, approval, state -> {}, listener, cancel);
    }

    /** @param seen hears what the database is made of each time that it is read again */
    public RunOutcome run(
            CheckSchemas.Scope scope,
            Fix fix,
            Approval approval,
            Consumer<StructureSnapshot> seen,
            RunListener listener,
            CancelToken cancel) {
        ConnectionTarget target = schemas.target(scope, cancel);
        PlanRunner runner = new PlanRunner(
                pools,
                target,
                journal.get(),
                now -> verification(fix, target, seen, now),
                background,
                RunLimits.DEFAULT,
                List.of(),
                schemas.origins(scope, background, cancel));
        return runner.run(fix.plan(), approval, listener, cancel);
    }

    /** What a plan from the state of now would still do; steps that were left out are no steps of the plan and count for nothing. */
    private Verification verification(
            Fix fix, ConnectionTarget target, Consumer<StructureSnapshot> seen, Snapshot now) {
        CancelToken whole = new CancelToken();
        StructureSnapshot live = pools.read(target, whole, session -> new StructureReader().read(session, whole));
        seen.accept(live);
        StructureSnapshot wanted = schemas.inWordsOf(live, fix.drift(), whole);
        return new Verification(
                List.of(),
                StructureSteps.of(
                        StructurePlanner.plan(live, wanted, StructureOptions.standard()),
                        fix.plan().target(),
                        now,
                        live,
                        wanted));
    }
}
