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
import dev.plumbline.migration.revision.MigrationState;
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
import java.util.stream.Stream;

/** Makes a plan of files that are to be run, forwards or back: traced on a scratch server, judged on every level of evidence, bound to what the database is made of. */
final class PlanSteps {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());

    private final ServerPools pools;
    private final TraceMigrations tracing;
    private final PostgresParser parser;
    private final Clock clock;

    PlanSteps(ServerPools pools, TraceMigrations tracing, PostgresParser parser, Clock clock) {
        this.pools = pools;
        this.tracing = tracing;
        this.parser = parser;
        this.clock = clock;
    }

    /**
     * @param recorded in the database
     * @param state with what will be recorded of a baseline
     * @param halfway what an earlier run left of files that it stopped in
     * @param files in the order in which they are run
     * @param there what the database had before, as the linter is to know it
     * @param refusals why not, as far as the records tell
     */
    record Wanted(
            ReadDirectory directory,
            Revisions recorded,
            MigrationState state,
            Halfway halfway,
            List<FileText> files,
            List<FileText> there,
            Optional<MigrationFile> baseline,
            List<Plan.Refusal> refusals) {}

    PlannedMigrations plan(
            String dsn,
            MigrationChoice choice,
            ConnectionTarget target,
            Wanted wanted,
            CancelToken cancel,
            Progress progress) {
        List<FileText> files = wanted.files();
        Snapshot identity = pools.read(target, cancel, session -> new SnapshotReader().read(session, IDENTITY, cancel));
        StructureSnapshot live = pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
        LiveTables.Watching watching = LiveTables.Watching.begin(pools, target, cancel);
        StructureSnapshot base = BuiltIndex.without(live, builtBy(files, choice));
        MigrationTrace trace = tracing.trace(base, files, choice.mode(), choice.searchPath(), cancel, progress);
        Optional<MigrationStatement> done = wanted.halfway().tookEffect(trace, parser);
        if (done.isPresent()) {
            files = Halfway.behind(files, done.get());
            trace = tracing.trace(base, files, choice.mode(), choice.searchPath(), cancel, progress);
        }
        LintReport text = new LintMigrations(parser)
                .lint(
                        choice.directory(),
                        wanted.there(),
                        files,
                        new Linter.Options(live.version().major(), choice.mode()));
        LintReport parsed = choice.undo().isPresent() ? OwnTimeouts.withoutOfWaysBack(text) : OwnTimeouts.without(text);
        progress.report("counting rows and watching what is written", files.size(), files.size());
        DataEvidence.Counted counted = DataEvidence.of(trace, pools, target, cancel);
        LiveTables goingOn =
                watching.end(files.isEmpty() ? Duration.ZERO : choice.live().sample(), cancel);
        LintReport lint = Together.of(
                parsed,
                LiveEvidence.of(trace, parser, choice, goingOn),
                counted.findings(),
                unknown(files, goingOn, counted));
        List<Step> steps = new MigrationSteps(choice, records(choice, wanted), wanted.directory(), lint, parser, live)
                .of(trace.files(), wanted.recorded(), wanted.baseline());
        List<Plan.Refusal> refusals = new ArrayList<>(wanted.refusals());
        refusals.addAll(MigrationRefusals.of(
                choice,
                wanted.state(),
                wanted.recorded(),
                wanted.baseline().isPresent(),
                live,
                trace,
                lint,
                OwnTransactions.of(trace, parser)));
        Plan plan = Plan.of(
                new PlanTarget(null, "", identity.server()),
                PlanConcern.of(live).from(choice.source()),
                identity,
                files.isEmpty() && wanted.baseline().isEmpty() ? List.of() : steps,
                refusals);
        List<String> notes = new ArrayList<>(PlanNotes.of(choice, wanted, trace, lint, done));
        if (choice.undo().isPresent() && refusals.isEmpty() && done.isEmpty()) {
            notes.addAll(wayBack(choice, wanted, trace, cancel, progress));
        }
        return new PlannedMigrations(
                dsn,
                choice,
                target.shown(),
                wanted.state(),
                wanted.recorded(),
                live,
                trace,
                lint,
                plan,
                notes,
                clock.instant());
    }

    private static List<String> unknown(List<FileText> files, LiveTables goingOn, DataEvidence.Counted counted) {
        return files.isEmpty()
                ? counted.notes()
                : Stream.concat(counted.notes().stream(), goingOn.notes().stream())
                        .toList();
    }

    private static RecordSql records(MigrationChoice choice, Wanted wanted) {
        return choice.undo().isPresent()
                ? new UndoSql(new TrackingSql(wanted.recorded().schema()))
                : RecordSql.of(wanted.directory().form(), wanted.recorded().schema());
    }

    /** Of an undo that a run stopped in a part is gone already, so that nothing can be told from the rest. */
    private List<String> wayBack(
            MigrationChoice choice, Wanted wanted, MigrationTrace trace, CancelToken cancel, Progress progress) {
        if (!wanted.halfway().rest().isEmpty()) {
            return List.of();
        }
        progress.report("running the same migrations again", 0, wanted.files().size());
        return WayBack.notes(
                trace,
                tracing.trace(
                        trace.after(),
                        WayBack.forwards(wanted.directory(), wanted.files()),
                        choice.mode(),
                        choice.searchPath(),
                        cancel,
                        progress));
    }

    private List<BuiltIndex> builtBy(List<FileText> files, MigrationChoice choice) {
        return files.stream()
                .flatMap(file -> file.statements().stream())
                .flatMap(statement -> BuiltIndex.of(statement, parser, choice.searchPath()).stream())
                .toList();
    }
}
