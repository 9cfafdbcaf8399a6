package dev.plumbline.operation.migration;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads where a database stands against a migration directory, and plans what is to run: judged by its text, traced on a scratch server, bound to what the database is made of. */
public final class PlanMigrations {
    static final String TOOL = "Plumbline";

    private final Function<String, ConnectionTarget> targets;
    private final ServerPools pools;
    private final TraceMigrations tracing;
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
        this.parser = parser;
        this.clock = clock;
    }

    /** Where a database stands. */
    public record Status(String database, ReadDirectory directory, Revisions revisions, MigrationState state) {}

    /** @throws dev.plumbline.model.ProblemException when the directory or the table of what was run cannot be read */
    public Status status(String dsn, MigrationChoice choice, CancelToken cancel) {
        ReadDirectory directory = ReadDirectory.of(choice.directory(), choice.form());
        ConnectionTarget target = targets.apply(dsn);
        Revisions revisions = revisions(directory, target, choice, cancel);
        return new Status(target.shown(), directory, revisions, directory.against(revisions));
    }

    private Revisions revisions(
            ReadDirectory directory, ConnectionTarget target, MigrationChoice choice, CancelToken cancel) {
        return ReadRecords.of(directory.form(), pools, target, choice.revisionsSchema(), cancel);
    }

    /**
     * What is pending, or the ways back of what is to be undone.
     *
     * @throws dev.plumbline.model.ProblemException when something cannot be read, when the directory is not what {@code atlas.sum} says, and MIG-450 and MIG-453 for what cannot be undone
     */
    public PlannedMigrations plan(String dsn, MigrationChoice choice, CancelToken cancel, Progress progress) {
        ReadDirectory directory =
                ReadDirectory.of(choice.directory(), choice.form()).required(choice.shown());
        ConnectionTarget target = targets.apply(dsn);
        Revisions recorded = revisions(directory, target, choice, cancel);
        PlanSteps.Wanted wanted = choice.undo()
                .map(undo -> back(directory, recorded, choice, undo))
                .orElseGet(() -> forwards(directory, recorded, choice));
        return new PlanSteps(pools, tracing, parser, clock).plan(dsn, choice, target, wanted, cancel, progress);
    }

    private static PlanSteps.Wanted forwards(ReadDirectory directory, Revisions recorded, MigrationChoice choice) {
        Optional<MigrationFile> baseline =
                choice.baseline().map(version -> Baseline.file(directory, recorded, directory.version(version)));
        Revisions revisions =
                baseline.map(file -> Baseline.assumed(recorded, file)).orElse(recorded);
        MigrationState state = directory.against(revisions);
        List<MigrationFile> pending = state.pending(choice.order());
        Halfway halfway =
                Halfway.of(directory, choice.resume() ? state.in(FileState.State.PARTIAL) : List.of(), choice.from());
        List<FileText> files = Stream.concat(
                        halfway.rest().stream(),
                        directory.files().stream().filter(text -> pending.contains(text.file())))
                .toList();
        return new PlanSteps.Wanted(
                directory, recorded, state, halfway, files, applied(directory, state), baseline, List.of());
    }

    private static PlanSteps.Wanted back(
            ReadDirectory directory, Revisions recorded, MigrationChoice choice, Undo undo) {
        MigrationState state = directory.against(recorded);
        UndoSet set = UndoSet.of(directory, state, recorded, undo, choice.shown());
        List<FileText> begun = set.downs().stream()
                .filter(down -> recorded.of(down.file().version())
                        .filter(Revision::isUndoing)
                        .isPresent())
                .toList();
        return new PlanSteps.Wanted(
                directory,
                recorded,
                state,
                new Halfway(begun),
                set.downs(),
                applied(directory, state),
                Optional.empty(),
                set.refusals());
    }

    private static List<FileText> applied(ReadDirectory directory, MigrationState state) {
        return directory.files().stream()
                .filter(text -> state.isApplied(text.file()))
                .toList();
    }
}
