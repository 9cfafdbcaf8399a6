package dev.plumbline.operation.migration;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.execute.PlanRunner;
import dev.plumbline.execute.RunLimits;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.RecordChange.To;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Approval;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RunListener;
import dev.plumbline.plan.RunOutcome;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verification;
import dev.plumbline.store.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** For migrations that a run stopped in: what the database shows of them, and records set right by a plan like any other. */
public final class RepairMigrations {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());

    private final Function<String, ConnectionTarget> targets;
    private final ServerPools pools;
    private final LookHalfway looking;
    private final Supplier<Journal> journal;
    private final Executor background;
    private final RunLimits limits;

    public RepairMigrations(
            Function<String, ConnectionTarget> targets,
            ServerPools pools,
            TraceMigrations tracing,
            PostgresParser parser,
            Supplier<Journal> journal,
            Executor background,
            RunLimits limits) {
        this.targets = targets;
        this.pools = pools;
        this.looking = new LookHalfway(pools, tracing, parser);
        this.journal = journal;
        this.background = background;
        this.limits = limits;
    }

    /** The files that a run stopped in, with what is found of each of their statements. Changes nothing. */
    public List<HalfwayFile> look(String dsn, MigrationChoice choice, CancelToken cancel, Progress progress) {
        ReadDirectory directory = ReadDirectory.of(choice.directory(), choice.form());
        ConnectionTarget target = targets.apply(dsn);
        Revisions revisions = revisions(directory.form(), target, choice, cancel);
        return directory.against(revisions).in(FileState.State.PARTIAL).stream()
                .map(state -> looking.look(target, directory, state, choice, cancel, progress))
                .toList();
    }

    /** @throws ProblemException MIG-429 when there is nothing to record or no record of that version */
    public RecordChange plan(String dsn, MigrationChoice choice, String typed, To to, CancelToken cancel) {
        ReadDirectory directory =
                ReadDirectory.of(choice.directory(), choice.form()).required(choice.shown());
        ConnectionTarget target = targets.apply(dsn);
        Revisions revisions = revisions(directory.form(), target, choice, cancel);
        RecordSql sql = RecordSql.of(directory.form(), revisions.schema());
        String version = directory.version(typed);
        Optional<Revision> row = revisions.of(version);
        Sql statement = switch (to) {
            case APPLIED -> {
                FileText file = directory.files().stream()
                        .filter(text -> text.file().version().equals(version))
                        .findFirst()
                        .orElseThrow(() -> nothing(version, target, "no file of the directory has this version."));
                if (!revisions.exists()
                        || row.filter(one -> isWhole(one, directory, file)).isPresent()) {
                    throw nothing(
                            version,
                            target,
                            revisions.exists()
                                    ? "it is recorded as run already."
                                    : "there is no table of what was run; \"migration apply --baseline\" makes it.");
                }
                yield sql.resolve(
                        file.file(),
                        directory.hash(file.file()),
                        file.statements().size());
            }
            case NOT_APPLIED -> {
                Revision there = row.orElseThrow(() -> nothing(version, target, "nothing is recorded of it."));
                yield sql.remove(there);
            }
        };
        Snapshot identity = pools.read(target, cancel, session -> new SnapshotReader().read(session, IDENTITY, cancel));
        StructureSnapshot live = pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
        Step step = RecordStep.of(
                version + "#record",
                to == To.APPLIED ? "record " + version + " as run" : "take away the record of " + version,
                statement,
                choice.lock(),
                true,
                "record");
        return new RecordChange(
                dsn,
                choice,
                revisions,
                version,
                to,
                Plan.of(
                        new PlanTarget(null, "", identity.server()),
                        PlanConcern.of(live).from(choice.source()),
                        identity,
                        List.of(step),
                        List.of()));
    }

    public RunOutcome run(RecordChange change, Approval approval, RunListener listener, CancelToken cancel) {
        ConnectionTarget target = targets.apply(change.dsn());
        PlanRunner runner = new PlanRunner(
                pools,
                target,
                journal.get(),
                now -> verification(change, target, now),
                background,
                limits.with(change.choice().locks()),
                RunMigrations.locks(change.records()));
        return runner.run(change.plan(), approval, listener, cancel);
    }

    private Verification verification(RecordChange change, ConnectionTarget target, Snapshot now) {
        Optional<Revision> row = revisions(change.records().form(), target, change.choice(), new CancelToken())
                .of(change.version());
        boolean done = switch (change.to()) {
            case APPLIED ->
                row.filter(one -> !one.isPartial() && !one.isUndoing()).isPresent();
            case NOT_APPLIED -> row.isEmpty();
        };
        return new Verification(
                List.of(),
                Plan.of(
                        change.plan().target(),
                        change.plan().concern(),
                        now,
                        done ? List.of() : change.plan().steps(),
                        List.of()));
    }

    /** An edited file of pg-flux counts as it is now when a person says so, as by pg-flux' own repair. */
    private static boolean isWhole(Revision row, ReadDirectory directory, FileText file) {
        boolean same = directory.form() == DirectoryForm.ATLAS || row.hash().equals(directory.hash(file.file()));
        return same && !row.isPartial() && !row.isUndoing();
    }

    private Revisions revisions(
            DirectoryForm form, ConnectionTarget target, MigrationChoice choice, CancelToken cancel) {
        return ReadRecords.of(form, pools, target, choice.revisionsSchema(), cancel);
    }

    private static ProblemException nothing(String version, ConnectionTarget target, String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "MIG-429",
                "Changing the record of version " + version + " in",
                target.shown(),
                why,
                "\"migration status\" tells what is recorded."));
    }
}
