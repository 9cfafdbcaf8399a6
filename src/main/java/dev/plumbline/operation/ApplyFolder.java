package dev.plumbline.operation;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.execute.ForeignLock;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.FolderScope;
import dev.plumbline.operation.structure.OtherMajor;
import dev.plumbline.operation.structure.ScriptGuard;
import dev.plumbline.operation.structure.StructureSides;
import dev.plumbline.operation.structure.Unproved;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Verification;
import dev.plumbline.plan.structure.StepTimeouts;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureSteps;
import dev.plumbline.store.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans and runs what makes a database what a folder of SQL declares. The plan that is shown is the one that runs; owners and privileges are no part of it. */
public final class ApplyFolder {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());

    private final CompareStructure structures;
    private final DirectConnections direct;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final Clock clock;
    private final RunLimits limits;

    public ApplyFolder(
            CompareStructure structures,
            DirectConnections direct,
            ServerPools pools,
            Supplier<Journal> journal,
            Executor background,
            Clock clock) {
        this(structures, direct, pools, journal, background, clock, RunLimits.DEFAULT);
    }

    ApplyFolder(
            CompareStructure structures,
            DirectConnections direct,
            ServerPools pools,
            Supplier<Journal> journal,
            Executor background,
            Clock clock,
            RunLimits limits) {
        this.structures = structures;
        this.direct = direct;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * What a person chose.
     *
     * @param renamed what is to be taken for renamed, each as {@code old=new}
     * @param without ids of steps to leave out
     * @param leaveUnplanned whether the rest may run although something differs, or may differ, that no step changes
     */
    public record Choice(
            FolderScope scope,
            List<String> renamed,
            Set<String> without,
            boolean leaveUnplanned,
            StepTimeouts timeouts) {
        public Choice {
            renamed = List.copyOf(renamed);
            without = Set.copyOf(without);
        }
    }

    /**
     * A plan with what it rests on: the database and the folder in words, both as they were compared, and what was counted.
     *
     * @param unproved what nothing is said of, since servers of different major versions wrote it; the plan leaves it as it is
     */
    public record Planned(
            String dsn,
            Choice choice,
            String database,
            String folder,
            StructureSnapshot live,
            StructureSnapshot declared,
            StructureComparison comparison,
            StructurePlan way,
            List<FixSchema.Counted> counted,
            Plan plan,
            List<Unproved> unproved,
            List<String> notes,
            Instant at) {
        public Planned {
            counted = List.copyOf(counted);
            unproved = List.copyOf(unproved);
            notes = List.copyOf(notes);
        }
    }

    /** @throws ProblemException when one of them cannot be read, or what the folder holds is refused */
    public Planned plan(String dsn, Path folder, Choice choice, CancelToken cancel) {
        StructureSides.Both both =
                structures.sides().read(dsn, folder.toAbsolutePath().toString(), false, cancel);
        StructureSnapshot live = choice.scope().of(both.from().structure());
        StructureSnapshot declared = choice.scope().of(both.to().structure());
        Renames renames = Renames.of(choice.renamed(), live, declared);
        StructurePlan all = StructurePlanner.plan(live, declared, StructureOptions.standard(), renames);
        if (all.losesGrants()) {
            AccessSnapshot access =
                    structures.sides().access(dsn, both.from(), cancel).orElse(null);
            all = StructurePlanner.plan(live, declared, StructureOptions.standard(), renames, access);
        }
        StructurePlan way = chosen(all, choice);
        ScriptGuard.require(way, both.from().shown());
        ConnectionTarget target = direct.target(dsn);
        Snapshot identity = pools.read(target, cancel, session -> new SnapshotReader().read(session, IDENTITY, cancel));
        List<FixSchema.Counted> counted = StepCounts.count(pools, target, way, cancel);
        Plan plan = StructureSteps.of(
                way,
                new PlanTarget(null, "", identity.server()),
                identity,
                both.from().structure(),
                declared,
                choice.timeouts());
        List<Unproved> unproved = choice.scope().only(both.unproved());
        Plan allowed = choice.leaveUnplanned() ? plan.refusing(optional(plan, live, declared)) : plan;
        return new Planned(
                dsn,
                choice,
                both.from().shown(),
                both.to().shown(),
                live,
                declared,
                StructureComparison.of(live, declared, renames).withUnknown(Unproved.shown(unproved)),
                way,
                counted,
                StepCounts.refusing(allowed, counted),
                unproved,
                notes(both, choice, unproved),
                clock.instant());
    }

    private static List<String> notes(StructureSides.Both both, Choice choice, List<Unproved> unproved) {
        List<String> notes = new ArrayList<>(both.from().notes());
        notes.addAll(choice.scope().notes(both.from().structure(), both.to()));
        notes.addAll(Unproved.sentences("Not compared: ", unproved));
        return notes;
    }

    private static StructurePlan chosen(StructurePlan all, Choice choice) {
        return new StructurePlan(
                all.steps().stream()
                        .filter(step -> !choice.without().contains(step.id()))
                        .toList(),
                all.notPlanned(),
                all.advice());
    }

    /** What could not be read is never left: nobody knows what it is. */
    private static List<Plan.Refusal> optional(Plan plan, StructureSnapshot live, StructureSnapshot declared) {
        Set<String> unread = Stream.of(live, declared)
                .flatMap(side -> side.gaps().stream())
                .map(Gap::subject)
                .collect(Collectors.toSet());
        return plan.refusals().stream()
                .map(refusal -> new Plan.Refusal(
                        refusal.checkCode(),
                        refusal.what(),
                        refusal.why(),
                        refusal.missingGrant(),
                        !unread.contains(refusal.what())))
                .toList();
    }

    /** @param notVerified hears, each time that the database is read again, what could not be compared then or when the plan was made */
    public RunOutcome run(
            Planned planned,
            Approval approval,
            Consumer<List<Unproved>> notVerified,
            RunListener listener,
            CancelToken cancel) {
        ConnectionTarget target = direct.target(planned.dsn());
        PlanRunner runner = new PlanRunner(
                pools,
                target,
                journal.get(),
                now -> verification(planned, target, notVerified, now),
                background,
                limits,
                locks(target, planned.choice().scope().trackingSchema()));
        return runner.run(planned.plan(), approval, listener, cancel);
    }

    /** Those of {@code pg-flux apply}, by the address that was dialled, and of {@code pg-flux migrate apply}. */
    static List<ForeignLock> locks(ConnectionTarget target, String trackingSchema) {
        return List.of(
                ForeignLock.ofText(
                        "pg-flux apply",
                        target.host() + ":" + target.port() + "/"
                                + target.database().text()),
                ForeignLock.ofText("pg-flux migrate apply", "pg-flux-migrate:" + trackingSchema));
    }

    /** What a plan from the state of now would still do; steps that were left out are no steps of the plan and count for nothing. */
    private Verification verification(
            Planned planned, ConnectionTarget target, Consumer<List<Unproved>> notVerified, Snapshot now) {
        CancelToken whole = new CancelToken();
        StructureSnapshot live = pools.read(target, whole, session -> new StructureReader().read(session, whole));
        StructureSnapshot scoped = planned.choice().scope().of(live);
        OtherMajor.Worded declared = structures.sides().worded(scoped, planned.declared(), whole);
        notVerified.accept(Stream.concat(planned.unproved().stream(), declared.unproved().stream())
                .toList());
        StructurePlan second = chosen(
                StructurePlanner.plan(scoped, declared.declared(), StructureOptions.standard()), planned.choice());
        return new Verification(
                List.of(),
                StructureSteps.of(
                        second,
                        planned.plan().target(),
                        now,
                        live,
                        declared.declared(),
                        planned.choice().timeouts()));
    }
}
