package dev.plumbline.operation.rotation;

import dev.plumbline.catalog.lock.TableActivityReader;
import dev.plumbline.catalog.lock.TableActivityReader.Activity;
import dev.plumbline.catalog.managed.TableReader;
import dev.plumbline.execute.DataCounts;
import dev.plumbline.execute.Pause;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.RefusedName;
import dev.plumbline.model.Sql;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.RotationFacts.HintFacts;
import dev.plumbline.model.managed.SchemaHint;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a database what a migration's hints need to know: sizes, writes during a second, nulls and duplicates. Looks for one row of each, and gives up with the statement's time. */
final class HintReading {
    private static final Duration SAMPLE = Duration.ofSeconds(1);

    private final ServerPools pools;
    private final ConnectionTarget target;
    private final CancelToken cancel;
    private final Map<String, String> troubles = new HashMap<>();

    HintReading(ServerPools pools, ConnectionTarget target, CancelToken cancel) {
        this.pools = pools;
        this.target = target;
        this.cancel = cancel;
    }

    Map<String, HintFacts> read(DatabaseMigration migration) {
        List<Activity> before = activity();
        long begun = System.nanoTime();
        List<TableReader.Key> keys = pools.read(target, cancel, session -> new TableReader().keys(session, cancel));
        Map<String, HintFacts> facts = new HashMap<>();
        Map<String, Map<String, Optional<Long>>> nulls = new HashMap<>();
        Map<String, Map<List<String>, Optional<Long>>> duplicates = new HashMap<>();
        for (SchemaHint hint : migration.hints()) {
            find(before, hint.table()).ifPresent(table -> count(hint, table, nulls, duplicates));
        }
        Pause.of(SAMPLE.minusNanos(Math.min(System.nanoTime() - begun, SAMPLE.toNanos() - 1)), cancel);
        List<Activity> after = activity();
        double seconds = (System.nanoTime() - begun) / 1e9;
        for (SchemaHint hint : migration.hints()) {
            Optional<Activity> first = find(before, hint.table());
            Optional<Activity> now = find(after, hint.table());
            facts.put(
                    hint.table(),
                    new HintFacts(
                            now.isPresent(),
                            now.map(Activity::rows),
                            first.isPresent() && now.isPresent()
                                    ? Optional.of(Math.max(
                                                    0,
                                                    now.get().writes()
                                                            - first.get().writes())
                                            / seconds)
                                    : Optional.empty(),
                            nulls.getOrDefault(hint.table(), Map.of()),
                            duplicates.getOrDefault(hint.table(), Map.of()),
                            keysOf(now, keys),
                            troubles.getOrDefault(hint.table(), "")));
        }
        return facts;
    }

    private List<Activity> activity() {
        return pools.read(target, cancel, session -> new TableActivityReader().read(session, cancel));
    }

    /** The operator knows a table by its bare name; where several schemas have it, the one in public is meant. */
    private static Optional<Activity> find(List<Activity> all, String name) {
        List<Activity> alike = all.stream()
                .filter(each -> each.name().text().equals(name)
                        || (each.schema().text() + "." + each.name().text()).equals(name))
                .toList();
        return alike.size() == 1
                ? Optional.of(alike.get(0))
                : alike.stream()
                        .filter(each -> each.schema().text().equals("public"))
                        .findFirst();
    }

    private static List<List<String>> keysOf(Optional<Activity> table, List<TableReader.Key> keys) {
        return keys.stream()
                .filter(key -> table.filter(found -> found.schema().equals(key.schema())
                                && found.name().equals(key.table()))
                        .isPresent())
                .map(TableReader.Key::columns)
                .toList();
    }

    private void count(
            SchemaHint hint,
            Activity table,
            Map<String, Map<String, Optional<Long>>> nulls,
            Map<String, Map<List<String>, Optional<Long>>> duplicates) {
        try {
            if (hint.operation().equals(SchemaHint.ALTER_COLUMN)) {
                for (String column : hint.columnNames()) {
                    Sql sql = Sql.of(
                            "SELECT pg_catalog.count(*) AS count FROM (SELECT 1 FROM %I.%I WHERE %I IS NULL LIMIT 1) AS found",
                            table.schema(), table.name(), Name.of(column));
                    nulls.computeIfAbsent(hint.table(), named -> new HashMap<>())
                            .put(column, counted(hint.table(), "nulls", sql));
                }
            }
            if (hint.operation().equals(SchemaHint.CREATE_INDEX)
                    && hint.indexType().equals(SchemaHint.UNIQUE)
                    && !hint.columns().isEmpty()) {
                duplicates
                        .computeIfAbsent(hint.table(), named -> new HashMap<>())
                        .put(hint.columnNames(), counted(hint.table(), "duplicates", duplicates(hint, table)));
            }
        } catch (RefusedName refused) {
            troubles.put(hint.table(), String.valueOf(refused.getMessage()));
        }
    }

    private static Sql duplicates(SchemaHint hint, Activity table) {
        List<Sql> columns = new ArrayList<>();
        List<Sql> filled = new ArrayList<>();
        for (String column : hint.columnNames()) {
            columns.add(Sql.of("%I", Name.of(column)));
            filled.add(Sql.of("%I IS NOT NULL", Name.of(column)));
        }
        return Sql.of(
                "SELECT pg_catalog.count(*) AS count FROM (SELECT 1 FROM %I.%I WHERE %s GROUP BY %s"
                        + " HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1 LIMIT 1) AS found",
                table.schema(), table.name(), Sql.join(" AND ", filled), Sql.join(", ", columns));
    }

    private Optional<Long> counted(String table, String what, Sql sql) {
        DataCounts.Count count = new DataCounts(pools, target).count(what, sql, cancel);
        if (!count.unknown().isEmpty()) {
            troubles.put(table, count.unknown());
            return Optional.empty();
        }
        return Optional.of(count.rows());
    }
}
