package dev.plumbline.execute;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.ServerPools;
import java.util.List;

/** Counts rows that would make a statement fail, on a session that can change nothing and whose statements end after the usual time. */
public final class DataCounts {
    private final ServerPools pools;
    private final ConnectionTarget target;

    public DataCounts(ServerPools pools, ConnectionTarget target) {
        this.pools = pools;
        this.target = target;
    }

    /** How many there are; {@code unknown} says why they could not be counted, empty when they could. */
    public record Count(long rows, String unknown) {}

    /** @param sql answers with one number called {@code count} */
    public Count count(String what, Sql sql, CancelToken cancel) {
        try {
            return pools.read(
                    target,
                    cancel,
                    session -> new Count(
                            session.readTogether(List.of(Query.of(what, sql)), cancel)
                                    .get(0)
                                    .only()
                                    .number("count"),
                            ""));
        } catch (ProblemException failure) {
            if (PgFailure.sqlState(failure).isEmpty()) {
                throw failure;
            }
            return new Count(0, PgFailure.serverMessage(failure) + " (" + PgFailure.sqlState(failure) + ")");
        }
    }
}
