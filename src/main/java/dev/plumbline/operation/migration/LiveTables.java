package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.TableActivityReader;
import dev.plumbline.catalog.lock.TableActivityReader.Activity;
import dev.plumbline.catalog.lock.TableActivityReader.OpenTransaction;
import dev.plumbline.execute.Pause;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes on in the tables of a database: sizes, and what was written between two looks. */
final class LiveTables {
    private final Map<List<Name>, Table> tables;
    private final List<OpenTransaction> transactions;
    private final long hidden;

    private LiveTables(Map<List<Name>, Table> tables, List<OpenTransaction> transactions, long hidden) {
        this.tables = tables;
        this.transactions = transactions;
        this.hidden = hidden;
    }

    /** @param rows as the server estimates them */
    record Table(long rows, long bytes, double writesPerSecond) {}

    /** The first look, to be ended by the second. */
    record Watching(ServerPools pools, ConnectionTarget target, List<Activity> first, long begun) {
        static Watching begin(ServerPools pools, ConnectionTarget target, CancelToken cancel) {
            return new Watching(
                    pools,
                    target,
                    pools.read(target, cancel, session -> new TableActivityReader().read(session, cancel)),
                    System.nanoTime());
        }

        /** The second look, at least so long after the first. */
        LiveTables end(Duration sample, CancelToken cancel) {
            Duration left = sample.minusNanos(System.nanoTime() - begun);
            if (!left.isNegative() && !left.isZero()) {
                Pause.of(left, cancel);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            Map<List<Name>, Long> before = new HashMap<>();
            first.forEach(each -> before.put(List.of(each.schema(), each.name()), each.writes()));
            Map<List<Name>, Table> tables = new HashMap<>();
            for (Activity now :
                    pools.read(target, cancel, session -> new TableActivityReader().read(session, cancel))) {
                List<Name> name = List.of(now.schema(), now.name());
                long written = now.writes() - before.getOrDefault(name, now.writes());
                tables.put(name, new Table(now.rows(), now.bytes(), Math.max(0, written) / seconds));
            }
            return new LiveTables(
                    tables,
                    pools.read(target, cancel, session -> new TableActivityReader().openTransactions(session, cancel)),
                    pools.read(target, cancel, session -> new TableActivityReader().hiddenSessions(session, cancel)));
        }
    }

    Optional<Table> of(Name schema, Name table) {
        return Optional.ofNullable(tables.get(List.of(schema, table)));
    }

    /** What this login may not see of it, a sentence each. */
    List<String> notes() {
        return hidden == 0
                ? List.of()
                : List.of(
                        "Whether " + hidden + (hidden == 1 ? " session" : " sessions")
                                + " of other users "
                                + (hidden == 1 ? "has" : "have")
                                + " a transaction open was not seen: that takes pg_read_all_stats. PL907 does not speak of them.");
    }

    /** The oldest first. */
    List<OpenTransaction> transactions() {
        return transactions;
    }
}
