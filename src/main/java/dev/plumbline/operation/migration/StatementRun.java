package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.migration.trace.TracedEffect;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.operation.migration.TracedStatement.State;
import dev.plumbline.operation.structure.Workbench;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.WritingSession;
import java.time.Duration;
import java.util.Optional;

/** Runs statements of a trace one by one in one session, and looks behind each what it did. */
final class StatementRun {
    private final Workbench bench;
    private final WritingSession session;
    private final StatementChanges changes;
    private final boolean eachChange;
    private final CancelToken cancel;
    private boolean failed;

    /** @param eachChange whether it is told of each statement what it changed */
    StatementRun(
            Workbench bench, WritingSession session, StatementChanges changes, boolean eachChange, CancelToken cancel) {
        this.bench = bench;
        this.session = session;
        this.changes = changes;
        this.eachChange = eachChange;
        this.cancel = cancel;
    }

    /** Whether one failed, so that no other is to be run. */
    boolean hasFailed() {
        return failed;
    }

    /** The last one failed where it could not be run, and is to be run elsewhere. */
    void goOn() {
        failed = false;
    }

    /** Within the open transaction that the tracer follows. */
    TracedStatement inside(MigrationStatement statement, StatementTracer tracer, State state) {
        if (failed) {
            return notRun(statement);
        }
        long begun = System.nanoTime();
        try {
            Workbench.Ran ran = bench.run(session, statement.file().name(), statement.line(), statement.text());
            Duration took = since(begun);
            if (ran.way() == Workbench.Way.NOT_RUN) {
                return new TracedStatement(
                        statement, State.NOT_RUN, ran.why(), Optional.empty(), Optional.empty(), took);
            }
            TracedEffect effect = tracer.look(cancel);
            Optional<StructureComparison> changed = eachChange
                    ? Optional.of(changes.of(session.session(), ran.way() == Workbench.Way.RUN, statement, tracer))
                    : Optional.empty();
            return new TracedStatement(statement, state, ran.why(), Optional.of(effect), changed, took);
        } catch (ProblemException failure) {
            return failed(statement, failure, begun);
        }
    }

    /** In no transaction. */
    TracedStatement outside(MigrationStatement statement) {
        long begun = System.nanoTime();
        try {
            bench.run(session, statement.file().name(), statement.line(), statement.text());
            Optional<StructureComparison> changed =
                    eachChange ? Optional.of(changes.whole(bench.read())) : Optional.empty();
            return new TracedStatement(
                    statement, State.RAN_ALONE, "its locks cannot be seen", Optional.empty(), changed, since(begun));
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

    static TracedStatement notRun(MigrationStatement statement) {
        return new TracedStatement(
                statement,
                State.NOT_RUN,
                "an earlier statement failed",
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }

    void execute(Sql statement) {
        session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
