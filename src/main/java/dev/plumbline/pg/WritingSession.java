package dev.plumbline.pg;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection of its own for a run: statements go one at a time, in a transaction that is begun and ended here by hand. Never shared, never
 * tried again by itself.
 */
public final class WritingSession implements AutoCloseable {
    /** What may set timeouts itself, or run something that does; a GRANT of SELECT does not begin so. */
    private static final Pattern MAY_SET = Pattern.compile(
            "(?i)timeout|set_config|^\\s*(?:WITH|SELECT|INSERT|UPDATE|DELETE|MERGE|DO|CALL|EXECUTE|RESET|DISCARD)\\b");

    /** In a transaction that failed the server takes nothing else before it; what was set since the savepoint is undone by it. */
    private static final Pattern GOES_BACK = Pattern.compile("(?i)^\\s*ROLLBACK\\b");

    private final PgSession session;
    private final PgThreads threads;
    private @Nullable String timeouts;
    /** Only in a session that starts anew: elsewhere it may be the code of a database that sets them, such as a check that is validated. */
    private @Nullable String timeoutsOutside;

    private boolean startsAnew;

    WritingSession(PgSession session, PgThreads threads) {
        this.session = session;
        this.threads = threads;
    }

    /** The session itself, for reading within the open transaction. */
    public PgSession session() {
        return session;
    }

    public void begin(CancelToken cancel) {
        String begin = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
        String text = session.version().isCockroach()
                ? "BEGIN"
                : begin + "; " + session.link().purpose().forOneTransaction() + ofNewerVersions();
        run("Beginning a transaction in", text, cancel);
        timeouts = session.version().isCockroach() ? null : words(LockTimeout.DEFAULT, StatementTimeout.DEFAULT);
    }

    /** Settings that older versions do not know: a new role must not come with a membership that no plan names, and no clock may end the run. */
    private String ofNewerVersions() {
        String text = session.version().isPostgresAtLeast(16) ? "; SET LOCAL createrole_self_grant = ''" : "";
        return session.version().isPostgresAtLeast(17) ? text + "; SET LOCAL transaction_timeout = 0" : text;
    }

    /**
     * Runs one statement; a cancelled token stops it at the server. Costs one round trip, and one more when the timeouts differ from the last
     * statement's. Outside a transaction the statement stands by itself. Gives what the server warned of, each with its SQLSTATE: a GRANT that
     * granted nothing is a success with a warning.
     */
    @CanIgnoreReturnValue
    public List<String> execute(Sql statement, LockTimeout lock, StatementTimeout limit, CancelToken cancel) {
        if (!GOES_BACK.matcher(statement.text()).find()) {
            setTimeouts(lock, limit, cancel);
        }
        try {
            run("Running a statement in", statement.text(), cancel);
        } finally {
            forgetTimeouts(statement);
        }
        return session.link().warnings();
    }

    /**
     * Runs statements that each hold one query that answers, in one message within the open transaction, which fails with the first that does. Costs one round trip, and one more when the
     * timeouts differ, which hold for each by itself.
     */
    public List<Rows> executeTogether(
            List<Query> statements, LockTimeout lock, StatementTimeout limit, CancelToken cancel) {
        setTimeouts(lock, limit, cancel);
        try {
            return session.ask(statements, cancel);
        } finally {
            timeouts = null;
        }
    }

    /** Outside of transactions: what was set, made or prepared in this session for itself is gone, and these settings hold. One round trip. */
    public void startAnew(Sql settings, LockTimeout lock, StatementTimeout limit, CancelToken cancel) {
        String wanted = words(lock, limit);
        startsAnew = true;
        timeoutsOutside = null;
        run(
                "Starting anew in",
                "DISCARD ALL; SET SESSION " + wanted.replace("%s", "SESSION") + "; " + settings.text(),
                cancel);
        timeoutsOutside = wanted;
    }

    /** The next statement gets the timeouts that it is to have, whatever this one set. */
    private void forgetTimeouts(Sql statement) {
        if (MAY_SET.matcher(statement.text()).find()
                || GOES_BACK.matcher(statement.text()).find()) {
            timeouts = null;
            timeoutsOutside = null;
        }
    }

    private void setTimeouts(LockTimeout lock, StatementTimeout limit, CancelToken cancel) {
        String wanted = words(lock, limit);
        boolean inside = session.inTransaction();
        if (!inside) {
            timeouts = null;
        }
        if (wanted.equals(inside ? timeouts : timeoutsOutside) || session.settingsPerTransaction() && !inside) {
            return;
        }
        String scope = inside ? "LOCAL" : "SESSION";
        timeouts = null;
        timeoutsOutside = null;
        run("Setting timeouts in", ("SET " + scope + " " + wanted).replace("%s", scope), cancel);
        timeouts = inside ? wanted : null;
        timeoutsOutside = startsAnew && !inside ? wanted : null;
    }

    private static String words(LockTimeout lock, StatementTimeout limit) {
        return "lock_timeout = " + lock.milliseconds() + "; SET %s statement_timeout = " + limit.milliseconds();
    }

    /** The number by which the server can be asked later whether this transaction was committed; empty as long as it wrote nothing. */
    public Optional<String> transactionId(CancelToken cancel) {
        if (session.version().isCockroach()) {
            return Optional.empty();
        }
        Query query = new Query(
                "the transaction's number",
                "SELECT CAST(pg_catalog.txid_current_if_assigned() AS pg_catalog.text) AS id",
                List.of());
        return Optional.ofNullable(
                session.ask(List.of(query), cancel).get(0).only().textOrNull("id"));
    }

    /** Asks, on any later session, how a transaction ended (manual 9.27.8). */
    public TransactionFate fateOf(String transactionId, CancelToken cancel) {
        Query query = Query.of(
                "a transaction's end",
                Sql.of("SELECT pg_catalog.txid_status(CAST(%L AS pg_catalog.int8)) AS fate", transactionId));
        return TransactionFate.of(
                session.ask(List.of(query), cancel).get(0).only().textOrNull("fate"));
    }

    /** Commits; when the line breaks meanwhile, whether it took effect is not known: the failure {@link PgFailure#isConnectionLost} says so. */
    public void commit() {
        run("Committing in", "COMMIT", new CancelToken());
    }

    /** Undoes the open transaction, also when a late cancel hits; does nothing when none is open or the connection is gone. */
    public void rollback() {
        timeouts = null;
        if (session.link().isClosed() || !session.inTransaction()) {
            return;
        }
        try {
            run("Rolling back in", "ROLLBACK", new CancelToken());
        } catch (ProblemException lateCancel) {
            if (!PgFailure.sqlState(lateCancel).equals("57014")) {
                throw lateCancel;
            }
            run("Rolling back in", "ROLLBACK", new CancelToken());
        }
    }

    public int roundTrips() {
        return session.roundTrips();
    }

    private void run(String tried, String text, CancelToken cancel) {
        session.run(tried, new Batch(text, List.of()), cancel);
    }

    /** An open transaction ends with the connection, undone; saying goodbye happens on another thread. */
    @Override
    public void close() {
        threads.run(session.link()::close);
    }
}
