package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.Name;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.structure.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** One run of migrations on a workbench, until all are done or one statement fails. */
final class TraceRun {
    private final Workbench bench;
    private final PostgresParser parser;
    private final Name searchPath;
    private final Duration patience;
    private final boolean together;
    private final CancelToken cancel;

    TraceRun(
            Workbench bench,
            PostgresParser parser,
            Name searchPath,
            Duration patience,
            boolean together,
            CancelToken cancel) {
        this.bench = bench;
        this.parser = parser;
        this.searchPath = searchPath;
        this.patience = patience;
        this.together = together;
        this.cancel = cancel;
    }

    /** Empty where what the statements changed that ran together is in doubt. */
    Optional<MigrationTrace> run(
            StructureSnapshot from, List<FileText> files, TransactionMode mode, List<String> notes, Progress progress) {
        try (TraceSession session = TraceSession.opening(bench, searchPath, cancel)) {
            long begun = System.nanoTime();
            StructureSnapshot before = bench.read();
            Duration reading = since(begun);
            StatementChanges changes = new StatementChanges(before, session.relations(), parser, cancel);
            List<String> all = new ArrayList<>(notes);
            all.addAll(BuiltOtherwise.notes(from, before));
            long statements = files.stream()
                    .flatMap(file -> file.statements().stream())
                    .filter(statement -> !changes.touchesRelationsAlone(statement))
                    .count();
            boolean large = reading.multipliedBy(statements).compareTo(patience) > 0;
            if (large) {
                all.add(
                        "What changed is told for all files together, not for each statement: a reading of the "
                                + before.things().size() + " things there takes " + reading.toMillis()
                                + " ms, and there are "
                                + statements
                                + " statements that may change anything. Rows that a statement could fail on are not counted for the same reason.");
            }
            bench.makeRoles(NamedRoles.of(files, parser));
            begun = System.nanoTime();
            FilesRun run = new FilesRun(bench, session, changes, large, together, cancel);
            List<MigrationTrace.File> traced = new ArrayList<>();
            for (FileText file : files) {
                progress.report("running " + file.file().name(), traced.size(), files.size());
                boolean last = traced.size() == files.size() - 1;
                traced.add(new MigrationTrace.File(file, file.mode(mode), run.traced(file, mode, last)));
            }
            Duration took = since(begun);
            StructureSnapshot after = bench.read();
            Optional<IdentityHashMap<MigrationStatement, StructureComparison>> kept = changes.tell(after);
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            boolean told = run.hasFailed() || large || changes.addUpTo(after);
            if (!told) {
                all.add("What single statements changed is not told: it does not add up to what all of them changed.");
            }
            List<MigrationTrace.File> whole = StatementChanges.with(kept.get(), traced);
            return Optional.of(new MigrationTrace(
                    told ? whole : changes.withoutFollowed(whole), bench.major(), before, after, took, all));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
