package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.operation.migration.TracedStatement.State;
import dev.plumbline.operation.structure.Workbench;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.WritingSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of migrations on a workbench, until all are done or one statement fails. */
final class TraceRun {
    /** What the server answers where a statement may not be in a transaction. */
    private static final String IN_TRANSACTION = "25001";

    private final Workbench bench;
    private final PostgresParser parser;
    private final Name searchPath;
    private final Duration patience;
    private final boolean together;
    private final CancelToken cancel;
    private final Duration reading;
    private final StatementChanges changes;
    private boolean failed;
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
        try (WritingSession session = bench.open()) {
            execute(session, HeldLocksReader.preparation());
            for (FileText file : files) {
                progress.report("running " + file.file().name(), traced.size(), files.size());
                traced.add(new MigrationTrace.File(file, file.mode(mode), traced(session, file, mode)));
            }
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

    private List<TracedStatement> traced(WritingSession session, FileText file, TransactionMode mode) {
        FileText first = file.keeping(statement -> !file.isAlone(statement, mode));
        FileText behind = file.keeping(statement -> file.isAlone(statement, mode));
        List<TracedStatement> all = new ArrayList<>();
        if (!first.statements().isEmpty()) {
            all.addAll(together(session, first));
        }
        all.addAll(alone(session, behind));
        return all;
    }

    private List<TracedStatement> together(WritingSession session, FileText file) {
        if (failed) {
            return notRun(file.statements());
        }
        session.begin(cancel);
        try {
            execute(session, Sql.of("SET LOCAL search_path = %I", searchPath));
            List<TracedStatement> traced =
                    together(session, file.statements(), new StatementTracer(session.session(), cancel));
            if (!failed) {
                session.commit();
            }
            return traced;
        } finally {
            session.rollback();
        }
    }

    private List<TracedStatement> together(
            WritingSession session, List<MigrationStatement> statements, StatementTracer tracer) {
        GroupRun groups = new GroupRun(bench, session, changes, cancel);
        List<TracedStatement> traced = new ArrayList<>();
        while (traced.size() < statements.size()) {
            List<MigrationStatement> left = statements.subList(traced.size(), statements.size());
            List<GroupedStatement> group =
                    failed || large || !together ? List.of() : changes.group(left, bench, tracer);
            Optional<List<TracedStatement>> grouped = group.size() > 1 ? groups.run(group, tracer) : Optional.empty();
            if (grouped.isPresent()) {
                traced.addAll(grouped.get());
            } else {
                left.subList(0, Math.max(1, group.size()))
                        .forEach(statement ->
                                traced.add(failed ? notRun(statement) : one(session, statement, tracer, State.RAN)));
            }
        }
        return traced;
    }

    private List<TracedStatement> alone(WritingSession session, FileText file) {
        List<TracedStatement> traced = new ArrayList<>();
        for (MigrationStatement statement : file.statements()) {
            traced.add(failed ? notRun(statement) : alone(session, statement));
        }
        return traced;
    }

    /** In a transaction of its own, where its locks can be seen; outside of any where the server demands that. */
    private TracedStatement alone(WritingSession session, MigrationStatement statement) {
        session.begin(cancel);
        try {
            execute(session, Sql.of("SET LOCAL search_path = %I", searchPath));
            TracedStatement traced =
                    one(session, statement, new StatementTracer(session.session(), cancel), State.RAN_ALONE);
            if (traced.state() != State.FAILED) {
                session.commit();
                return traced;
            }
            if (!traced.said().startsWith(IN_TRANSACTION)) {
                return traced;
            }
        } finally {
            session.rollback();
        }
        failed = false;
        execute(session, Sql.of("SET search_path = %I", searchPath));
        return outside(session, statement);
    }

    private TracedStatement outside(WritingSession session, MigrationStatement statement) {
        long begun = System.nanoTime();
        try {
            bench.run(session, statement.file().name(), statement.line(), statement.text());
            Optional<StructureComparison> changed = large ? Optional.empty() : Optional.of(changes.whole(bench.read()));
            return new TracedStatement(
                    statement, State.RAN_ALONE, "its locks cannot be seen", Optional.empty(), changed, since(begun));
        } catch (ProblemException failure) {
            return failed(statement, failure, begun);
        }
    }

    private TracedStatement one(
            WritingSession session, MigrationStatement statement, StatementTracer tracer, State state) {
        long begun = System.nanoTime();
        try {
            Workbench.Ran ran = bench.run(session, statement.file().name(), statement.line(), statement.text());
            Duration took = since(begun);
            if (ran.way() == Workbench.Way.NOT_RUN) {
                return new TracedStatement(
                        statement, State.NOT_RUN, ran.why(), Optional.empty(), Optional.empty(), took);
            }
            TracedEffect effect = tracer.look(cancel);
            return new TracedStatement(
                    statement, state, ran.why(), Optional.of(effect), changes(session, ran, statement, tracer), took);
        } catch (ProblemException failure) {
            return failed(statement, failure, begun);
        }
    }

    private TracedStatement failed(MigrationStatement statement, ProblemException failure, long begun) {
        if (PgFailure.isConnectionLost(failure)) {
            throw failure;
        }
        failed = true;
        return new TracedStatement(
                statement,
                State.FAILED,
                PgFailure.sqlState(failure) + ": " + PgFailure.serverMessage(failure),
                Optional.empty(),
                Optional.empty(),
                since(begun));
    }

    private Optional<StructureComparison> changes(
            WritingSession session, Workbench.Ran ran, MigrationStatement statement, StatementTracer tracer) {
        return large
                ? Optional.empty()
                : Optional.of(changes.of(session.session(), ran.way() == Workbench.Way.RUN, statement, tracer));
    }

    private void execute(WritingSession session, Sql statement) {
        session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }

    private static List<TracedStatement> notRun(List<MigrationStatement> statements) {
        return statements.stream().map(TraceRun::notRun).toList();
    }

    private static TracedStatement notRun(MigrationStatement statement) {
        return new TracedStatement(
                statement,
                State.NOT_RUN,
                "an earlier statement failed",
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
