package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.ManagedDatabase.ContainerConfig;
import dev.plumbline.model.managed.ManagedDatabase.Measure;
import dev.plumbline.model.managed.ManagedDatabase.Measures;
import dev.plumbline.model.managed.ManagedDatabase.Reported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A ManagedDatabase of dbaoperator.app-sre.redhat.com/v1alpha1 as what it declares. */
public final class ManagedDatabaseResource {
    private ManagedDatabaseResource() {}

    public static ManagedDatabase declared(ResourceRef ref, JsonNode resource) {
        List<String> problems = new ArrayList<>();
        Fields root = Fields.of(resource, problems);
        Fields metadata = root.object("metadata");
        Fields spec = root.object("spec");
        spec.onlyKnows(
                "desiredSchemaVersion",
                "connection",
                "migrationEngine",
                "migrationContainerConfig",
                "exportDataMetrics",
                "hintsEngine",
                "readonly");
        Fields connection = spec.object("connection");
        connection.onlyKnows("dsnSecret");
        Fields hints = spec.object("hintsEngine");
        hints.onlyKnows("enabled", "largetableRowsThreshold");
        String engine = spec.requiredText("migrationEngine");
        if (!engine.isEmpty() && !engine.equals("alembic")) {
            spec.problem("migrationEngine", "expected alembic, found \"" + engine + "\"");
        }
        long rows = hints.number("largetableRowsThreshold", 0);
        if (hints.has("largetableRowsThreshold") && rows < 1) {
            hints.problem("largetableRowsThreshold", "expected a number from 1, found " + rows);
        }
        Fields status = root.object("status");
        status.onlyKnows("currentVersion", "errors");
        return new ManagedDatabase(
                ref,
                metadata.requiredText("uid"),
                metadata.requiredText("resourceVersion"),
                spec.requiredText("desiredSchemaVersion"),
                connection.requiredText("dsnSecret"),
                engine,
                container(spec.object("migrationContainerConfig")),
                measures(spec.object("exportDataMetrics")),
                hints.flag("enabled", false),
                hints.has("largetableRowsThreshold") && rows >= 1,
                Math.max(rows, 0),
                spec.flag("readonly", false),
                status.text("currentVersion"),
                status.objects("errors").stream()
                        .map(error -> new Reported(error.text("message"), error.flag("temporary", false)))
                        .toList(),
                problems);
    }

    private static ContainerConfig container(Fields config) {
        config.onlyKnows("secret", "volumeMount");
        Fields mount = config.object("volumeMount");
        return new ContainerConfig(config.text("secret"), mount.text("name"), mount.text("mountPath"));
    }

    private static List<Measure> measures(Fields exported) {
        exported.onlyKnows("tableEstimatedSize", "tableNextID", "sqlQuery");
        List<Measure> all = new ArrayList<>();
        exported.objects("tableEstimatedSize").forEach(table -> all.add(ofTable(Measures.TABLE_ESTIMATED_SIZE, table)));
        exported.objects("tableNextID").forEach(table -> all.add(ofTable(Measures.TABLE_NEXT_ID, table)));
        exported.objects("sqlQuery").forEach(query -> all.add(ofQuery(query)));
        return all;
    }

    private static Measure ofTable(Measures kind, Fields table) {
        table.onlyKnows("tableName");
        return new Measure(kind, table.requiredText("tableName"), "", "", "", "", Map.of());
    }

    private static Measure ofQuery(Fields query) {
        query.onlyKnows("query", "prometheusMetric");
        String text = query.requiredText("query");
        if (!text.isEmpty() && !text.matches("(?s)SELECT [^;]+;")) {
            query.problem("query", "expected one SELECT that ends with a semicolon, found \"" + Found.cut(text) + "\"");
            text = "";
        }
        Fields metric = query.object("prometheusMetric");
        metric.onlyKnows("valueType", "name", "helpString", "extraLabels");
        String type = metric.requiredText("valueType");
        if (!type.isEmpty() && !List.of("counter", "gauge").contains(type)) {
            metric.problem("valueType", "expected counter or gauge, found \"" + type + "\"");
        }
        return new Measure(
                Measures.SQL_QUERY,
                "",
                text,
                type,
                metric.requiredText("name"),
                metric.text("helpString"),
                metric.texts("extraLabels"));
    }
}
