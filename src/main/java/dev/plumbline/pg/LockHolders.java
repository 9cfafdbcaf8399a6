package dev.plumbline.pg;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps a reading from its locks: the server says only that it waited too long. Nothing but ACCESS EXCLUSIVE stands in the way of a reading, held or waited for (PostgreSQL manual 13.3.1), so
 * that whoever has or awaits it in the database is named.
 */
final class LockHolders {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int MOST = 5;
    private static final Query HOLDERS = new Query("who holds locks", """
            SELECT lock.pid AS pid, activity.usename AS role, activity.application_name AS application,
                   CAST(activity.client_addr AS pg_catalog.text) AS address, activity.state AS state,
                   pg_catalog.to_char(activity.xact_start AT TIME ZONE 'UTC', 'HH24:MI:SS') AS since,
                   CAST(CAST(lock.relation AS pg_catalog.regclass) AS pg_catalog.text) AS relation, lock.granted AS granted
              FROM pg_catalog.pg_locks AS lock
              JOIN pg_catalog.pg_database AS database ON database.oid OPERATOR(pg_catalog.=) lock.database
              JOIN pg_catalog.pg_stat_activity AS activity ON activity.pid OPERATOR(pg_catalog.=) lock.pid
             WHERE lock.locktype OPERATOR(pg_catalog.=) 'relation' AND lock.mode OPERATOR(pg_catalog.=) 'AccessExclusiveLock'
               AND database.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
               AND lock.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()
             ORDER BY lock.granted DESC, activity.xact_start, lock.pid, 7""", List.of());

    private LockHolders() {}

    /** The same failure, with who holds the locks when that is what it was; as it is when they cannot be asked for. */
    static ProblemException named(ProblemException failure, PgSession session, CancelToken cancel) {
        if (!PgFailure.sqlState(failure).equals(LOCK_NOT_AVAILABLE)
                || session.version().isCockroach()
                || session.inTransaction()) {
            return failure;
        }
        try {
            List<Rows.Row> holders =
                    session.readTogether(List.of(HOLDERS), cancel).get(0).rows();
            return holders.isEmpty() ? failure : told(failure, holders);
        } catch (ProblemException notAnswered) {
            failure.addSuppressed(notAnswered);
            return failure;
        }
    }

    private static ProblemException told(ProblemException failure, List<Rows.Row> holders) {
        Problem problem = failure.problem();
        String words = holders.stream().limit(MOST).map(LockHolders::words).collect(Collectors.joining("; "));
        String more = holders.size() > MOST ? "; and " + (holders.size() - MOST) + " more" : "";
        return new ProblemException(
                new Problem(
                        problem.kind(),
                        problem.code(),
                        problem.tried(),
                        problem.object(),
                        problem.answer() + " ACCESS EXCLUSIVE: " + words + more + ".",
                        problem.next()),
                failure);
    }

    private static String words(Rows.Row holder) {
        boolean granted = holder.text("granted").equals("t");
        return "process " + holder.text("pid") + (granted ? " holds it on " : " waits for it on ")
                + Visible.text(holder.text("relation")) + " (" + told(holder.textOrNull("role"), "role ")
                + told(holder.textOrNull("application"), "application ") + session(holder) + ")";
    }

    /** Of others' sessions a login sees no more than this without pg_read_all_stats (manual 27.2.3, pg_stat_activity): the state is then null. */
    private static String session(Rows.Row holder) {
        String state = holder.textOrNull("state");
        if (state == null) {
            return "this login may see no more of it";
        }
        String address = holder.textOrNull("address");
        String begun = holder.textOrNull("since");
        return "from " + (address == null ? "the server's machine" : Visible.text(address)) + ", " + Visible.text(state)
                + (begun == null ? "" : ", in a transaction since " + begun + " UTC");
    }

    private static String told(@Nullable String text, String before) {
        return text == null || text.isEmpty() ? "" : before + Visible.text(text) + ", ";
    }
}
