package dev.plumbline.execute;

import dev.plumbline.model.LockStrategy;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who waits for a lock behind a statement of ours, by what {@code pg_blocking_pids} says: it names also those who are only ahead in the queue (manual 9.27). Since when is counted from when they
 * were first seen here, for only servers from 14 on tell it.
 */
final class QueueBehind {
    private final Map<Long, Long> firstSeen = new HashMap<>();

    static Query query(long pid) {
        return Query.of("who waits behind us", Sql.of("""
                SELECT DISTINCT lock.pid AS pid FROM pg_catalog.pg_locks AS lock
                WHERE NOT lock.granted AND lock.pid <> CAST(%L AS pg_catalog.int4)
                  AND CAST(%L AS pg_catalog.int4) = ANY (pg_catalog.pg_blocking_pids(lock.pid))""", Long.toString(pid), Long.toString(pid)));
    }

    /** Why to give way, when there are too many or one waits too long. */
    Optional<String> tooMuch(Rows rows, LockStrategy strategy, long now) {
        Set<Long> waiting = rows.map(row -> row.number("pid")).stream().collect(Collectors.toSet());
        firstSeen.keySet().retainAll(waiting);
        waiting.forEach(pid -> firstSeen.putIfAbsent(pid, now));
        Duration longest = Duration.ofNanos(firstSeen.values().stream()
                .mapToLong(since -> now - since)
                .max()
                .orElse(0));
        if (!strategy.withdraws(waiting.size(), longest)) {
            return Optional.empty();
        }
        String sessions = waiting.size() == 1 ? "1 session" : waiting.size() + " sessions";
        return Optional.of("withdrawn, since " + sessions + " waited behind it, one for "
                + LockStrategy.shown(Duration.ofMillis(longest.toMillis())) + ".");
    }
}
