package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ServerVersion;
import java.sql.SQLException;
import java.util.List;

/**
 * A connection while somebody uses it. Every method throws {@link ProblemException} for what the server or the line answers, and
 * {@link Cancelled} when the token stopped it. Used by one thread at a time.
 */
public final class PgSession {
    private static final String SAVE = "SAVEPOINT plumbline_reading";
    private static final String SAVE_AND_PIN = SAVE + "; SET LOCAL search_path = pg_catalog";
    private static final String FORGET = "RELEASE SAVEPOINT plumbline_reading";
    private static final String RESUME = "ROLLBACK TO SAVEPOINT plumbline_reading; RELEASE SAVEPOINT plumbline_reading";

    private final Link link;
    private final PgThreads threads;
    private final int roundTripsBefore;

    PgSession(Link link, PgThreads threads, int roundTripsBefore) {
        this.link = link;
        this.threads = threads;
        this.roundTripsBefore = roundTripsBefore;
    }

    public ConnectionTarget target() {
        return link.target();
    }

    /** Known since connecting; costs nothing. */
    public ServerVersion version() {
        return link.version();
    }

    /** The TLS version in use such as {@code TLSv1.3}, or {@code not encrypted}. */
    public String encryption() {
        return link.encryption().isEmpty() ? "not encrypted" : link.encryption();
    }

    public boolean isEncrypted() {
        return !link.encryption().isEmpty();
    }

    /** True when something between here and the server refused the startup options, so that each transaction begins with the settings. */
    public boolean settingsPerTransaction() {
        return link.optionsRefused();
    }

    /** What this session cost so far: connecting (when it had to), TLS and login included. */
    public int roundTrips() {
        return link.meter().roundTrips() - roundTripsBefore;
    }

    public boolean inTransaction() {
        return link.inTransaction();
    }

    /**
     * Reads all queries as one read-only transaction saw them (REPEATABLE READ, manual 13.2.2; CockroachDB: SERIALIZABLE), in one round
     * trip. Answers come in the queries' order.
     */
    public List<Rows> readTogether(List<Query> queries, CancelToken cancel) {
        try {
            return expect(queries, Batch.of(beginReading(), queries, "COMMIT"), cancel);
        } finally {
            endFailedTransaction();
        }
    }

    /** The same as {@link #readTogether}, each answer row by row to its sink; when it fails, sinks may have taken a part. */
    public void walkTogether(List<Walk> walks, CancelToken cancel) {
        try {
            walk(walks, Batch.of(beginReading(), queries(walks), "COMMIT"), cancel);
        } finally {
            endFailedTransaction();
        }
    }

    /**
     * The same inside the transaction that is open, as {@link #readWithin}, with nothing but {@code pg_catalog} in the search path, which is what it was afterwards, as is every other setting.
     */
    public void walkWithin(List<Walk> walks, CancelToken cancel) {
        boolean done = false;
        try {
            walk(walks, Batch.of(SAVE_AND_PIN, queries(walks), RESUME), cancel);
            done = true;
        } finally {
            resumeUnless(done);
        }
    }

    private static List<Query> queries(List<Walk> walks) {
        return walks.stream().map(Walk::query).toList();
    }

    private void walk(List<Walk> walks, Batch batch, CancelToken cancel) {
        String tried = tried(queries(walks));
        try {
            batch.walk(link, cancel, threads, walks.stream().map(Walk::sink).toList());
        } catch (SQLException failure) {
            throw translated(tried, failure, cancel);
        }
    }

    /** Asks all queries in one round trip, inside the transaction that is open. */
    public List<Rows> ask(List<Query> queries, CancelToken cancel) {
        return expect(queries, Batch.of(null, queries, null), cancel);
    }

    /** The same inside the transaction that is open: it stays usable when a query fails, which a savepoint sees to. One round trip. */
    public List<Rows> readWithin(List<Query> queries, CancelToken cancel) {
        boolean done = false;
        try {
            List<Rows> answers = expect(queries, Batch.of(SAVE, queries, FORGET), cancel);
            done = true;
            return answers;
        } finally {
            resumeUnless(done);
        }
    }

    private void resumeUnless(boolean done) {
        if (!done && !link.isClosed() && link.inTransaction()) {
            run("Going on after a reading in", new Batch(RESUME, List.of()), new CancelToken());
        }
    }

    /**
     * Compiling a query of the catalog takes longer than running it (PostgreSQL manual 32.2, "When to JIT?"), and workers that help with one (15.1) are started for milliseconds and
     * missed by those whose database this is.
     */
    private String beginReading() {
        return version().isCockroach()
                ? "BEGIN READ ONLY"
                : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY NOT DEFERRABLE; "
                        + link.purpose().forOneTransaction()
                        + "; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0";
    }

    private List<Rows> expect(List<Query> queries, Batch batch, CancelToken cancel) {
        List<Rows> answers = run(tried(queries), batch, cancel);
        if (answers.size() != queries.size()) {
            throw new IllegalStateException(queries.size() + " answers were expected, " + answers.size() + " came");
        }
        return answers;
    }

    private static String tried(List<Query> queries) {
        return queries.size() == 1 ? "Reading " + queries.get(0).subject() + " of" : "Reading the catalog of";
    }

    List<Rows> run(String tried, Batch batch, CancelToken cancel) {
        try {
            return batch.run(link, cancel, threads);
        } catch (SQLException failure) {
            throw translated(tried, failure, cancel);
        }
    }

    private RuntimeException translated(String tried, SQLException failure, CancelToken cancel) {
        boolean stopped = cancel.isCancelled()
                && (link.purpose() == SessionPurpose.READING || "57014".equals(failure.getSQLState()));
        return stopped ? new Cancelled() : PgFailure.running(tried, link.target(), failure);
    }

    private void endFailedTransaction() {
        if (!link.isClosed() && link.inTransaction()) {
            try {
                Batch.of("ROLLBACK", List.of(), null).run(link, new CancelToken(), threads);
            } catch (SQLException gone) {
                link.abort();
            }
        }
    }

    Link link() {
        return link;
    }
}
