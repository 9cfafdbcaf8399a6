package dev.plumbline.catalog.lock;

import dev.plumbline.catalog.SqlText;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.pg.PgSession;
import dev.plumbline.pg.Query;
import java.util.List;

/** How large tables are and how much is written to them, from {@code pg_class} and the cumulative statistics (PostgreSQL manual 27.2.5). One round trip. */
public final class TableActivityReader {
    /**
     * @param rows as the server estimates them
     * @param writes rows inserted, updated and deleted since the statistics were last reset: only the difference of two readings means anything
     */
    public record Activity(Name schema, Name name, long rows, long bytes, long writes) {}

    /** A transaction that is open in this database, in another session. */
    public record OpenTransaction(long pid, String user, String application, long seconds) {}

    public List<Activity> read(PgSession session, CancelToken cancel) {
        Query query = new Query("what goes on in the tables", SqlText.of("lock/activity.sql"), List.of());
        return session.readTogether(List.of(query), cancel)
                .get(0)
                .map(row -> new Activity(
                        row.name("schema"),
                        row.name("name"),
                        row.number("rows"),
                        row.number("bytes"),
                        row.number("writes")));
    }

    /** How many sessions of this database the login may not look into ({@code pg_read_all_stats}): whether a transaction is open in them is not known. */
    public long hiddenSessions(PgSession session, CancelToken cancel) {
        Query query = new Query("the sessions that are hidden", SqlText.of("lock/hidden.sql"), List.of());
        return session.readTogether(List.of(query), cancel).get(0).only().number("sessions");
    }

    /** The oldest first, without those of sessions that are hidden. */
    public List<OpenTransaction> openTransactions(PgSession session, CancelToken cancel) {
        Query query = new Query("the open transactions", SqlText.of("lock/transactions.sql"), List.of());
        return session.readTogether(List.of(query), cancel).get(0).map(row -> {
            String user = row.textOrNull("user");
            String application = row.textOrNull("application");
            return new OpenTransaction(
                    row.number("pid"),
                    user == null ? "" : user,
                    application == null ? "" : application,
                    row.number("seconds"));
        });
    }
}
