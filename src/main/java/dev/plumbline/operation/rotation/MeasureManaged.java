package dev.plumbline.operation.rotation;

import dev.plumbline.catalog.lock.TableActivityReader;
import dev.plumbline.catalog.lock.TableActivityReader.Activity;
import dev.plumbline.catalog.managed.TableReader;
import dev.plumbline.catalog.managed.TableReader.NextId;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Sql;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.ManagedDatabase.Measure;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import dev.plumbline.pg.ServerPools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures what {@code spec.exportDataMetrics} of a ManagedDatabase asks for, under the names that dba-operator publishes. Its own SELECTs run in a transaction that may only read, with the
 * usual time limit, and only here: no other reading runs SQL of a resource.
 */
public final class MeasureManaged {
    private static final String METRIC = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*";

    private final ReadRotation reading;
    private final ServerPools pools;

    public MeasureManaged(ReadRotation reading, ServerPools pools) {
        this.reading = reading;
        this.pools = pools;
    }

    /** {@code value} is empty where it could not be measured, and {@code why} says why. */
    public record Measured(
            String metric,
            String type,
            String help,
            Map<String, String> labels,
            String value,
            String why,
            Duration took) {}

    public List<Measured> measure(ResourceRef ref, CancelToken cancel) {
        KubeCluster cluster = reading.cluster(ref, cancel);
        ManagedDatabase database = cluster.managed().readDatabase(ref);
        ConnectionTarget target = reading.target(cluster, database);
        List<Activity> tables = pools.read(target, cancel, session -> new TableActivityReader().read(session, cancel));
        List<NextId> ids = pools.read(target, cancel, session -> new TableReader().nextIds(session, cancel));
        List<Measured> all = new ArrayList<>();
        for (Measure measure : database.measures()) {
            switch (measure.kind()) {
                case TABLE_ESTIMATED_SIZE -> all.add(rows(database, measure, tables));
                case TABLE_NEXT_ID -> all.add(nextId(database, measure, ids));
                case SQL_QUERY -> all.add(query(database, measure, target, cancel));
            }
        }
        return all;
    }

    private static Measured rows(ManagedDatabase database, Measure measure, List<Activity> tables) {
        List<Activity> found = tables.stream()
                .filter(each -> isNamed(
                        measure.table(), each.schema().text(), each.name().text()))
                .toList();
        String help = "Estimated number of rows in the table";
        Map<String, String> labels = Map.of("database", database.ref().name(), "table", measure.table());
        String value = found.size() == 1 ? String.valueOf(found.get(0).rows()) : "";
        return new Measured(
                "database_table_rows_estimate",
                "gauge",
                help,
                labels,
                value,
                whyNot(found.size(), "tables"),
                Duration.ZERO);
    }

    private static Measured nextId(ManagedDatabase database, Measure measure, List<NextId> ids) {
        List<NextId> found = ids.stream()
                .filter(each -> isNamed(
                        measure.table(), each.schema().text(), each.table().text()))
                .toList();
        boolean hidden = found.size() == 1 && found.get(0).next().isEmpty();
        String value = found.size() == 1 && !hidden
                ? String.valueOf(found.get(0).next().getAsLong())
                : "";
        return new Measured(
                "database_table_next_id",
                "gauge",
                "Next number of the table's sequence",
                Map.of("database", database.ref().name(), "table", measure.table()),
                value,
                hidden ? "this login may not read its sequence" : whyNot(found.size(), "sequences of such a table"),
                Duration.ZERO);
    }

    private static boolean isNamed(String wanted, String schema, String name) {
        return wanted.equals(name) || wanted.equals(schema + "." + name);
    }

    private static String whyNot(int found, String what) {
        return found == 1 ? "" : found == 0 ? "there are no " + what : "there are " + found + " " + what;
    }

    private Measured query(ManagedDatabase database, Measure measure, ConnectionTarget target, CancelToken cancel) {
        long from = System.nanoTime();
        String value = "";
        String why = "";
        if (!measure.name().matches(METRIC)
                || !measure.labels().keySet().stream().allMatch(key -> key.matches(LABEL))) {
            why = "its name or one of its labels is none that Prometheus takes";
        } else if (measure.query().isEmpty()) {
            why = "its query is not one SELECT that ends with a semicolon";
        } else {
            try {
                Sql sql = new Sql(measure.query().substring(0, measure.query().length() - 1));
                Rows rows = pools.read(
                                target,
                                cancel,
                                session -> session.readTogether(
                                        List.of(
                                                new Query(
                                                        "the search path",
                                                        "SELECT pg_catalog.set_config('search_path', 'pg_catalog, public', true)",
                                                        List.of()),
                                                Query.of("metric " + measure.name(), sql)),
                                        cancel))
                        .get(1);
                Set<String> columns =
                        rows.rows().isEmpty() ? Set.of() : rows.rows().get(0).columns();
                if (rows.rows().size() != 1 || columns.size() != 1) {
                    why = "one number was expected, " + rows.rows().size() + " rows came";
                } else {
                    String cell = rows.only().textOrNull(columns.iterator().next());
                    value = cell != null && cell.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?") ? cell : "";
                    why = value.isEmpty() ? "its answer is no number" : "";
                }
            } catch (ProblemException failed) {
                if (PgFailure.sqlState(failed).isEmpty()) {
                    throw failed;
                }
                why = PgFailure.serverMessage(failed) + " (" + PgFailure.sqlState(failed) + ")";
            }
        }
        Map<String, String> labels = new TreeMap<>(measure.labels());
        labels.put("database", database.ref().name());
        return new Measured(
                measure.name(),
                measure.valueType(),
                measure.help(),
                labels,
                value,
                why,
                Duration.ofNanos(System.nanoTime() - from));
    }
}
