package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.HeldLocksReader;
import dev.plumbline.catalog.structure.RelationsReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.trace.StatementTracer;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.operation.structure.Workbench;
import dev.plumbline.pg.WritingSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The session in which migrations are traced. While others read what is there, it is opened and made ready: what looks and reads behind the statements is planned, which takes longer than doing it, and
 * the relations are known.
 */
final class TraceSession implements AutoCloseable {
    private final RelationsReader relations = new RelationsReader();
    private final Name searchPath;
    private final CancelToken cancel;
    private final CompletableFuture<WritingSession> opening;
    private Optional<StatementTracer> ready = Optional.empty();

    private TraceSession(Workbench bench, Name searchPath, CancelToken cancel) {
        this.searchPath = searchPath;
        this.cancel = cancel;
        this.opening = bench.opening(this::makeReady);
    }

    /** Nothing may change the database until it is {@link #open}. */
    static TraceSession opening(Workbench bench, Name searchPath, CancelToken cancel) {
        return new TraceSession(bench, searchPath, cancel);
    }

    private void makeReady(WritingSession session) {
        execute(session, HeldLocksReader.preparation());
        session.begin(cancel);
        pinSearchPath(session);
        relations.readWithin(session.session(), List.of(), cancel);
        HeldLocksReader locks = new HeldLocksReader();
        locks.plan(session.session(), cancel);
        ready = Optional.of(new StatementTracer(session.session(), locks, cancel));
        session.commit();
    }

    /**
     * Waits until it is ready.
     *
     * @throws ProblemException when it cannot be opened
     */
    WritingSession open() {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    RelationsReader relations() {
        return relations;
    }

    /** Begins a transaction in which names without a schema are looked for where the migrations ask for it. */
    void begin() {
        open().begin(cancel);
        pinSearchPath(open());
    }

    /** Of the transaction that was just begun; the first one knows already what is there. */
    StatementTracer tracer() {
        StatementTracer tracer = ready.orElseGet(() -> new StatementTracer(open().session(), cancel));
        ready = Optional.empty();
        return tracer;
    }

    /** In no transaction: for the statements that follow. */
    void searchPathOutside() {
        execute(open(), Sql.of("SET search_path = %I", searchPath));
    }

    private void pinSearchPath(WritingSession session) {
        execute(session, Sql.of("SET LOCAL search_path = %I", searchPath));
    }

    private void execute(WritingSession session, Sql statement) {
        session.execute(statement, LockTimeout.DEFAULT, StatementTimeout.DEFAULT, cancel);
    }

    @Override
    public void close() {
        if (!opening.cancel(false) && !opening.isCompletedExceptionally()) {
            opening.join().close();
        }
    }
}
