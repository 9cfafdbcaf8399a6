package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.TracedStatement.State;
import dev.plumbline.operation.structure.Workbench;
import dev.plumbline.pg.WritingSession;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Duration reading;
    private final StatementChanges changes;
    private boolean large;

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
        long begun = System.nanoTime();
        this.changes = new StatementChanges(bench.read(), parser, cancel);
        this.reading = since(begun);
    }

    MigrationTrace run(
            StructureSnapshot from, List<FileText> files, TransactionMode mode, List<String> notes, Progress progress) {
        StructureSnapshot before = changes.now();
        List<String> all = new ArrayList<>(notes);
        all.addAll(BuiltOtherwise.notes(from, before));
        long statements = files.stream()
                .flatMap(file -> file.statements().stream())
                .filter(statement -> !changes.touchesRelationsAlone(statement))
                .count();
        large = reading.multipliedBy(statements).compareTo(patience) > 0;
        if (large) {
            all.add(
                    "What changed is told for all files together, not for each statement: a reading of the "
                            + before.things().size() + " things there takes " + reading.toMillis()
                            + " ms, and there are "
                            + statements
                            + " statements that may change anything. Rows that a statement could fail on are not counted for the same reason.");
        }
        bench.makeRoles(NamedRoles.of(files, parser));
        List<MigrationTrace.File> traced = new ArrayList<>();
        long begun = System.nanoTime();
        boolean failed;
        try (WritingSession session = bench.open()) {
            StatementRun run = new StatementRun(bench, session, changes, !large, cancel);
            run.execute(HeldLocksReader.preparation());
            for (FileText file : files) {
                progress.report("running " + file.file().name(), traced.size(), files.size());
                traced.add(new MigrationTrace.File(file, file.mode(mode), traced(run, session, file, mode)));
            }
            failed = run.hasFailed();
        }
        Duration took = since(begun);
        StructureSnapshot after = bench.read();
        boolean told = failed || large || changes.addUpTo(after);
        if (!told) {
            all.add("What single statements changed is not told: it does not add up to what all of them changed.");
        }
        return new MigrationTrace(
                told ? traced : changes.withoutFollowed(traced), bench.major(), before, after, took, all);
    }

    private List<TracedStatement> traced(
            StatementRun run, WritingSession session, FileText file, TransactionMode mode) {
        FileText first = file.keeping(statement -> !file.isAlone(statement, mode));
        FileText behind = file.keeping(statement -> file.isAlone(statement, mode));
        List<TracedStatement> all = new ArrayList<>();
        if (!first.statements().isEmpty()) {
            all.addAll(together(run, session, first.statements()));
        }
        all.addAll(new AloneRun(run, session, changes, searchPath, cancel).run(behind.statements()));
        return all;
    }

    private List<TracedStatement> together(
            StatementRun run, WritingSession session, List<MigrationStatement> statements) {
        if (run.hasFailed()) {
            return statements.stream().map(StatementRun::notRun).toList();
        }
        session.begin(cancel);
        try {
            run.execute(Sql.of("SET LOCAL search_path = %I", searchPath));
            List<TracedStatement> traced =
                    together(run, session, statements, new StatementTracer(session.session(), cancel));
            if (!run.hasFailed()) {
                session.commit();
            }
            return traced;
        } finally {
            session.rollback();
        }
    }

    private List<TracedStatement> together(
            StatementRun run, WritingSession session, List<MigrationStatement> statements, StatementTracer tracer) {
        GroupRun groups = new GroupRun(bench, session, changes, cancel);
        List<TracedStatement> traced = new ArrayList<>();
        boolean inGroups = together && !large;
        int most = inGroups ? StatementGroups.MOST : 1;
        while (traced.size() < statements.size()) {
            List<MigrationStatement> left = statements.subList(traced.size(), statements.size());
            List<GroupedStatement> group = run.hasFailed() || most == 1
                    ? List.of()
                    : changes.group(left.subList(0, Math.min(most, left.size())), bench, tracer);
            if (group.size() < 2) {
                traced.add(run.inside(left.get(0), tracer, State.RAN));
                most = inGroups ? 2 * most : 1;
            } else {
                Optional<List<TracedStatement>> grouped = groups.run(group, tracer);
                grouped.ifPresent(traced::addAll);
                // One of them has to run by itself: it is found by halves.
                most = grouped.isPresent() ? 2 * most : group.size() / 2;
            }
            most = Math.min(most, StatementGroups.MOST);
        }
        return traced;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
