package dev.plumbline.operation.migration;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.Linter;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.ExecutionOrder;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.RevisionReader;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads where a database stands against a migration directory, and plans what is to run: judged by its text, traced on a scratch server, bound to what the database is made of. */
public final class PlanMigrations {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());
    static final String TOOL = "Plumbline";

    private final Function<String, ConnectionTarget> targets;
    private final ServerPools pools;
    private final TraceMigrations tracing;
    private final LintMigrations linter;
    private final PostgresParser parser;
    private final Clock clock;

    public PlanMigrations(
            Function<String, ConnectionTarget> targets,
            ServerPools pools,
            TraceMigrations tracing,
            PostgresParser parser,
            Clock clock) {
        this.targets = targets;
        this.pools = pools;
        this.tracing = tracing;
        this.linter = new LintMigrations(parser);
        this.parser = parser;
        this.clock = clock;
    }

    /** Where a database stands. */
    public record Status(String database, ReadDirectory directory, Revisions revisions, MigrationState state) {}

    /** @throws dev.plumbline.model.ProblemException when the directory or the table of what was run cannot be read */
    public Status status(String dsn, MigrationChoice choice, CancelToken cancel) {
        ReadDirectory directory = ReadDirectory.of(choice.directory());
        ConnectionTarget target = targets.apply(dsn);
        Revisions revisions = revisions(target, choice, cancel);
        return new Status(
                target.shown(), directory, revisions, MigrationState.of(directory.files(), directory.sum(), revisions));
    }

    private Revisions revisions(ConnectionTarget target, MigrationChoice choice, CancelToken cancel) {
        return pools.read(
                target, cancel, session -> new RevisionReader().read(session, choice.revisionsSchema(), cancel));
    }

    /** @throws dev.plumbline.model.ProblemException when something cannot be read, and when the directory is not what {@code atlas.sum} says */
    public PlannedMigrations plan(String dsn, MigrationChoice choice, CancelToken cancel, Progress progress) {
        ReadDirectory directory = ReadDirectory.of(choice.directory()).required(choice.shown());
        ConnectionTarget target = targets.apply(dsn);
        Revisions recorded = revisions(target, choice, cancel);
        Optional<MigrationFile> baseline =
                choice.baseline().map(version -> Baseline.file(directory, recorded, version));
        Revisions revisions =
                baseline.map(file -> Baseline.assumed(recorded, file)).orElse(recorded);
        MigrationState state = MigrationState.of(directory.files(), directory.sum(), revisions);
        List<MigrationFile> pending = state.pending(choice.order());
        Halfway halfway =
                Halfway.of(directory, choice.resume() ? state.in(FileState.State.PARTIAL) : List.of(), choice.from());
        List<FileText> files = Stream.concat(
                        halfway.rest().stream(),
                        directory.files().stream().filter(text -> pending.contains(text.file())))
                .toList();
        Snapshot identity = pools.read(target, cancel, session -> new SnapshotReader().read(session, IDENTITY, cancel));
        StructureSnapshot live = pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
        LiveTables.Watching watching = LiveTables.Watching.begin(pools, target, cancel);
        StructureSnapshot base = BuiltIndex.without(live, builtBy(files, choice));
        MigrationTrace trace = tracing.trace(base, files, choice.mode(), choice.searchPath(), cancel, progress);
        Optional<MigrationStatement> done = halfway.tookEffect(trace, parser);
        if (done.isPresent()) {
            files = Halfway.behind(files, done.get());
            trace = tracing.trace(base, files, choice.mode(), choice.searchPath(), cancel, progress);
        }
        LintReport parsed = OwnTimeouts.without(linter.lint(
                choice.directory(),
                directory.files().stream()
                        .filter(text -> state.isApplied(text.file()))
                        .toList(),
                files,
                new Linter.Options(live.version().major(), choice.mode())));
        progress.report("counting rows and watching what is written", files.size(), files.size());
        DataEvidence.Counted counted = DataEvidence.of(trace, pools, target, cancel);
        LiveTables goingOn =
                watching.end(files.isEmpty() ? Duration.ZERO : choice.live().sample(), cancel);
        LintReport lint = Together.of(
                parsed,
                LiveEvidence.of(trace, parser, choice, goingOn),
                counted.findings(),
                unknown(files, goingOn, counted));
        List<Step> steps = new MigrationSteps(
                        choice, new RevisionSql(revisions.schema(), TOOL), directory, lint, parser, live)
                .of(trace.files(), recorded, baseline);
        Plan plan = Plan.of(
                new PlanTarget(null, "", identity.server()),
                PlanConcern.of(live).from(choice.source()),
                identity,
                files.isEmpty() && baseline.isEmpty() ? List.of() : steps,
                MigrationRefusals.of(choice, state, revisions, live, trace, lint, OwnTransactions.of(trace, parser)));
        return new PlannedMigrations(
                dsn,
                choice,
                target.shown(),
                state,
                recorded,
                live,
                trace,
                lint,
                plan,
                notes(state, choice, trace, lint, done),
                clock.instant());
    }

    private static List<String> unknown(List<FileText> files, LiveTables goingOn, DataEvidence.Counted counted) {
        return files.isEmpty()
                ? counted.notes()
                : Stream.concat(counted.notes().stream(), goingOn.notes().stream())
                        .toList();
    }

    private List<BuiltIndex> builtBy(List<FileText> files, MigrationChoice choice) {
        return files.stream()
                .flatMap(file -> file.statements().stream())
                .flatMap(statement -> BuiltIndex.of(statement, parser, choice.searchPath()).stream())
                .toList();
    }

    private static List<String> notes(
            MigrationState state,
            MigrationChoice choice,
            MigrationTrace trace,
            LintReport lint,
            Optional<MigrationStatement> done) {
        List<String> notes = new ArrayList<>();
        if (!choice.source().isEmpty()) {
            notes.add("The files are those of " + choice.source() + ".");
        }
        notes.addAll(trace.notes());
        if (!trace.files().isEmpty()) {
            notes.add(choice.locks().words(choice.lock()));
        }
        done.ifPresent(
                statement -> notes.add(
                        statement.place()
                                + " took effect in the run that stopped there: what it makes is in the database, or what it drops is gone. It is recorded as run and not run again."));
        notes.addAll(lint.notes());
        if (choice.from() > 0) {
            notes.add("Statements before number " + choice.from()
                    + " of what an earlier run stopped in are recorded as run, because you say so.");
        }
        if (choice.order() == ExecutionOrder.LINEAR_SKIP) {
            state.in(FileState.State.OUT_OF_ORDER)
                    .forEach(file -> notes.add(file.name() + " is left out: it is older than what was applied last."));
        }
        state.in(FileState.State.MISSING)
                .forEach(file -> notes.add(file.name() + " was applied; its file is not in the directory."));
        return notes;
    }
}
