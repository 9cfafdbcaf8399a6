package dev.plumbline.operation.migration;

import dev.plumbline.catalog.SnapshotReader;
import dev.plumbline.catalog.SnapshotScope;
import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationFile;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.Linter;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.revision.FileState;
import dev.plumbline.migration.revision.MigrationState;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gathers the evidence on the migrations of a directory one level after the other, as a person asks for it: the text, a trace on a scratch server, then the database. Nothing is planned: a plan reads
 * all of it anew.
 */
final class JudgeMigrations {
    private static final SnapshotScope IDENTITY = new SnapshotScope(List.of(), List.of());
    private static final Comparator<LintFinding> BY_PLACE = Comparator.comparing(
                    (LintFinding finding) -> finding.statement().file().name())
            .thenComparing(LintFinding::statement, Comparator.comparingInt(MigrationStatement::number));
    private final ServerPools pools;
    private final TraceMigrations tracing;
    private final PostgresParser parser;
    private final Clock clock;

    JudgeMigrations(ServerPools pools, TraceMigrations tracing, PostgresParser parser, Clock clock) {
        this.pools = pools;
        this.tracing = tracing;
        this.parser = parser;
        this.clock = clock;
    }

    JudgedMigrations read(ConnectionTarget target, MigrationChoice choice, CancelToken cancel, Progress progress) {
        progress.report("reading the files", 0, 0);
        ReadDirectory directory = ReadDirectory.of(choice.directory(), choice.form());
        progress.report("reading what was run", 0, 0);
        Snapshot identity = pools.read(target, cancel, session -> new SnapshotReader().read(session, IDENTITY, cancel));
        Revisions revisions = ReadRecords.of(directory.form(), pools, target, choice.revisionsSchema(), cancel);
        MigrationState state = directory.against(revisions);
        int major = identity.server().version().major();
        Map<String, List<String>> lines = new HashMap<>();
        Map<MigrationStatement, ParsedLocks> locks = new HashMap<>();
        for (FileText file : directory.files()) {
            cancel.check();
            progress.report(
                    "parsing " + file.file().name(),
                    lines.size(),
                    directory.files().size());
            lines.put(file.file().name(), RawText.lines(file.file()));
            file.statements().forEach(each -> locks.put(each, ParsedLocks.of(each, parser)));
        }
        LintReport lint = lint(directory, state, choice, new Linter.Options(major, choice.mode()));
        return JudgedMigrations.of(new MigrationReading(
                choice, target.shown(), major, directory, revisions, state, lines, lint, locks, clock.instant()));
    }

    /** What is to run is judged as something that is added to what was applied, as a plan does. */
    private LintReport lint(
            ReadDirectory directory, MigrationState state, MigrationChoice choice, Linter.Options options) {
        LintMigrations linter = new LintMigrations(parser);
        List<FileText> toRun = toRun(directory, state, choice);
        List<MigrationFile> running = toRun.stream().map(FileText::file).toList();
        List<FileText> others = directory.files().stream()
                .filter(text -> !running.contains(text.file()))
                .toList();
        List<FileText> applied = directory.files().stream()
                .filter(text -> state.isApplied(text.file()))
                .toList();
        LintReport earlier = linter.lint(choice.directory(), List.of(), others, options);
        LintReport later = linter.lint(choice.directory(), applied, whole(directory, toRun), options);
        return OwnTimeouts.without(new LintReport(
                earlier.files() + later.files(),
                earlier.statements() + later.statements(),
                sorted(earlier.findings(), later.findings()),
                sorted(earlier.suppressed(), later.suppressed()),
                Stream.concat(earlier.notes().stream(), later.notes().stream())
                        .distinct()
                        .toList()));
    }

    private static List<FileText> whole(ReadDirectory directory, List<FileText> some) {
        List<MigrationFile> wanted = some.stream().map(FileText::file).toList();
        return directory.files().stream()
                .filter(text -> wanted.contains(text.file()))
                .toList();
    }

    private static List<LintFinding> sorted(List<LintFinding> one, List<LintFinding> other) {
        return Stream.concat(one.stream(), other.stream()).sorted(BY_PLACE).toList();
    }

    /** What is left of the files that an earlier run stopped in, then those that are pending. */
    private static List<FileText> toRun(ReadDirectory directory, MigrationState state, MigrationChoice choice) {
        List<MigrationFile> pending = state.pending(choice.order());
        return Stream.concat(
                        Halfway.of(directory, state.in(FileState.State.PARTIAL), choice.from()).rest().stream(),
                        directory.files().stream().filter(text -> pending.contains(text.file())))
                .toList();
    }

    /** @param judged by the text; what was traced of it before is forgotten */
    JudgedMigrations trace(ConnectionTarget target, JudgedMigrations judged, CancelToken cancel, Progress progress) {
        MigrationReading reading = judged.reading();
        MigrationChoice choice = reading.choice();
        progress.report("reading the structure", 0, 0);
        StructureSnapshot live = pools.read(target, cancel, session -> new StructureReader().read(session, cancel));
        Halfway halfway = Halfway.of(reading.directory(), reading.halfway(), choice.from());
        List<FileText> files = toRun(reading.directory(), reading.state(), choice);
        MigrationTrace trace = tracing.trace(live, files, choice.mode(), choice.searchPath(), cancel, progress);
        Optional<MigrationStatement> done = halfway.tookEffect(trace, parser);
        if (done.isPresent()) {
            trace = tracing.trace(
                    live, Halfway.behind(files, done.get()), choice.mode(), choice.searchPath(), cancel, progress);
        }
        List<String> notes = new ArrayList<>(reading.lint().notes());
        notes.addAll(trace.notes());
        done.ifPresent(
                statement -> notes.add(
                        statement.place()
                                + " took effect in the run that stopped there: what it makes is in the database. Going on records it and does not run it again."));
        return new JudgedMigrations(reading, Optional.of(trace), reading.lint(), Optional.empty(), notes);
    }

    /** What goes on in the database and what its rows are, for what was traced; traces first where nothing was. */
    JudgedMigrations ask(ConnectionTarget target, JudgedMigrations judged, CancelToken cancel, Progress progress) {
        LiveTables.Watching watching = LiveTables.Watching.begin(pools, target, cancel);
        JudgedMigrations traced = judged.trace().isPresent() ? judged : trace(target, judged, cancel, progress);
        MigrationTrace trace = traced.trace().orElseThrow();
        MigrationChoice choice = traced.reading().choice();
        progress.report("counting rows", 0, 0);
        DataEvidence.Counted counted = DataEvidence.of(trace, pools, target, cancel);
        progress.report("watching what is written", 0, 0);
        LiveTables goingOn = watching.end(choice.live().sample(), cancel);
        List<String> unknown = Stream.concat(counted.notes().stream(), goingOn.notes().stream())
                .toList();
        LintReport all = Together.of(
                traced.reading().lint(), LiveEvidence.of(trace, parser, choice, goingOn), counted.findings(), unknown);
        List<String> notes = Stream.concat(traced.notes().stream(), unknown.stream())
                .distinct()
                .toList();
        return new JudgedMigrations(traced.reading(), Optional.of(trace), all, Optional.of(clock.instant()), notes);
    }
}
