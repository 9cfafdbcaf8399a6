package dev.plumbline.operation;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.IdentitySequenceReader;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.drift.velocity.QuarantineName;
import dev.plumbline.drift.velocity.SchemaNames;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.IdentitySequence;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Verification;
import dev.plumbline.plan.structure.QuarantinePlanner;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureSteps;
import dev.plumbline.store.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sets a table that no SchemaDefinition claims aside, or brings it back. */
public final class QuarantineTable {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());

    private final CheckSchemas schemas;
    private final ServerPools pools;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final Clock clock;

    public QuarantineTable(
            CheckSchemas schemas, ServerPools pools, Supplier<Journal> journal, Executor background, Clock clock) {
        this.schemas = schemas;
        this.pools = pools;
        this.journal = journal;
        this.background = background;
        this.clock = clock;
    }

    /**
     * A plan, where it runs, and what to know before it does. {@code again} plans the same from another state. The table goes {@code from} there {@code to} here, over this
     * {@code connection}, as it was read {@code at} this time.
     */
    public record Quarantine(
            StructurePlan way,
            Plan plan,
            List<String> notes,
            Function<StructureSnapshot, StructurePlan> again,
            SchemaNames from,
            SchemaNames to,
            String connection,
            Instant at) {
        public Quarantine {
            notes = List.copyOf(notes);
        }

        /** The same with only some of its steps, as a person chose them. */
        public Quarantine choosing(Plan chosen) {
            return new Quarantine(way, chosen, notes, again, from, to, connection, at);
        }
    }

    private record Live(Snapshot identity, StructureSnapshot structure, List<IdentitySequence> identities) {}

    /** @throws ProblemException VEL-409 for a table that a SchemaDefinition claims, VEL-404 for one that is not there */
    public Quarantine away(CheckSchemas.Scope scope, Name schema, Name table, CancelToken cancel) {
        List<String> notes = new java.util.ArrayList<>();
        boolean claimed = schemas.names(scope, notes, cancel).stream()
                .anyMatch(names ->
                        names.schema().equals(schema) && names.claimed().contains(table));
        if (claimed) {
            throw problem(
                    Problem.Kind.CONFLICT,
                    "VEL-409",
                    schema,
                    table,
                    "a SchemaDefinition claims it.",
                    "Delete the resource first, or repair the table (drift NAME --repair).");
        }
        QuarantineName name = new QuarantineName(schema, table);
        Name as = name.at(clock.instant());
        boolean cut = name.wasCut(as);
        notes.add((cut ? "Its whole name has more than 63 bytes and is cut. " : "")
                + "To bring it back: plumbline quarantine '" + as.shown() + "' --restore"
                + (cut ? " --as '" + schema.shown() + "." + table.shown() + "'" : ""));
        return planned(
                scope,
                new SchemaNames(schema, table),
                new SchemaNames(Name.of(QuarantinePlanner.QUARANTINE), as),
                notes,
                (live, identities) -> QuarantinePlanner.away(live, identities, schema, table, as),
                cancel);
    }

    /** @param as the table's name while it is set aside */
    public Quarantine back(CheckSchemas.Scope scope, Name as, Name schema, Name table, CancelToken cancel) {
        return planned(
                scope,
                new SchemaNames(Name.of(QuarantinePlanner.QUARANTINE), as),
                new SchemaNames(schema, table),
                List.of(),
                (live, identities) -> QuarantinePlanner.back(live, identities, as, schema, table),
                cancel);
    }

    /** Whether there is a table of this name now. */
    public boolean isThere(CheckSchemas.Scope scope, Name schema, Name table, CancelToken cancel) {
        return pools
                .read(schemas.target(scope, cancel), cancel, session -> new StructureReader().read(session, cancel))
                .things()
                .stream()
                .anyMatch(thing ->
                        thing.name().equals(new StructureName(StructureKind.TABLE, schema, null, table.text())));
    }

    private Quarantine planned(
            CheckSchemas.Scope scope,
            SchemaNames from,
            SchemaNames to,
            List<String> notes,
            BiFunction<StructureSnapshot, List<IdentitySequence>, StructurePlan> planner,
            CancelToken cancel) {
        ConnectionTarget where = schemas.target(scope, cancel);
        Live live = pools.read(
                where,
                cancel,
                session -> new Live(
                        new SnapshotReader().read(session, IDENTITY, cancel),
                        new StructureReader().read(session, cancel),
                        new IdentitySequenceReader().read(session, cancel)));
        StructurePlan way = planner.apply(live.structure(), live.identities());
        if (way.steps().isEmpty()) {
            throw problem(
                    Problem.Kind.NOT_FOUND,
                    "VEL-404",
                    from.schema(),
                    from.table(),
                    "there is no such table.",
                    from.schema().text().equals(QuarantinePlanner.QUARANTINE)
                            ? "\"plumbline inspect --type table --object '" + QuarantinePlanner.QUARANTINE
                                    + ".*'\" lists what is set aside."
                            : "\"plumbline drift\" lists the tables that nobody claims.");
        }
        PlanTarget target = new PlanTarget(null, "", live.identity().server());
        return new Quarantine(
                way,
                StructureSteps.of(way, target, live.identity(), live.structure(), live.structure()),
                notes,
                now -> planner.apply(now, live.identities()),
                from,
                to,
                where.shown(),
                clock.instant());
    }

    public RunOutcome run(
            CheckSchemas.Scope scope,
            Quarantine quarantine,
            Approval approval,
            RunListener listener,
            CancelToken cancel) {
        return run(scope, quarantine, approval, state -> {}, listener, cancel);
    }

    /** @param seen hears what the database is made of each time that it is read again */
    public RunOutcome run(
            CheckSchemas.Scope scope,
            Quarantine quarantine,
            Approval approval,
            Consumer<StructureSnapshot> seen,
            RunListener listener,
            CancelToken cancel) {
        ConnectionTarget target = schemas.target(scope, cancel);
        return new PlanRunner(
                        pools,
                        target,
                        journal.get(),
                        now -> verification(quarantine, target, seen, now),
                        background,
                        RunLimits.DEFAULT,
                        List.of(),
                        schemas.origins(scope, background, cancel))
                .run(quarantine.plan(), approval, listener, cancel);
    }

    private Verification verification(
            Quarantine quarantine, ConnectionTarget target, Consumer<StructureSnapshot> seen, Snapshot now) {
        CancelToken whole = new CancelToken();
        StructureSnapshot live = pools.read(target, whole, session -> new StructureReader().read(session, whole));
        seen.accept(live);
        StructurePlan second = quarantine.again().apply(live);
        return new Verification(
                List.of(), StructureSteps.of(second, quarantine.plan().target(), now, live, live));
    }

    private static ProblemException problem(
            Problem.Kind kind, String code, Name schema, Name table, String answer, String next) {
        return new ProblemException(
                new Problem(kind, code, "Moving table", schema.shown() + "." + table.shown(), answer, next));
    }
}
