package dev.plumbline.kube.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.AwsDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import java.util.List;
import java.util.TreeMap;

/** A DBUpgrade as JSON and YAML, and back: its name and spec, never its status. What is empty, or as the definition's default has it, is left out. */
public final class DbUpgradeWriting {
    private static final String API_VERSION = "dbupgrade.subbug.learning/v1alpha1";
    private static final String KIND = "DBUpgrade";
    private static final int USUAL_INTERVAL = 15;
    // Every text in quotes: unquoted, other readers take 0x10, yes or 2026-01-01 for something else.
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private DbUpgradeWriting() {}

    public static String yaml(DbUpgrade upgrade) {
        try {
            return YAML.writeValueAsString(json(upgrade)).strip() + "\n";
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a tree of JSON is always writable as YAML", broken);
        }
    }

    /**
     * The DBUpgrade that a text of YAML or JSON holds; its namespace is the given one where it names none.
     *
     * @throws ProblemException when it is no YAML, holds no DBUpgrade or several documents, or names another namespace
     */
    public static DbUpgrade read(String text, String file, String context, String namespace) {
        JsonNode resource;
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            List<JsonNode> all = documents.readAll();
            if (all.size() != 1) {
                throw refused(file, "it holds " + all.size() + " documents, and one DBUpgrade is asked for.");
            }
            resource = all.get(0);
        } catch (java.io.IOException broken) {
            throw refused(file, "it is no YAML: " + broken.getMessage());
        }
        String what = resource.path("apiVersion").asText() + " "
                + resource.path("kind").asText();
        if (!what.equals(API_VERSION + " " + KIND)) {
            throw refused(file, "expected " + API_VERSION + " " + KIND + ", found \"" + what.strip() + "\".");
        }
        String named = resource.at("/metadata/namespace").asText("");
        if (!named.isEmpty() && !namespace.isEmpty() && !named.equals(namespace)) {
            throw refused(file, "it names namespace " + named + ", and " + namespace + " is asked for.");
        }
        ResourceRef ref = ref(
                context,
                named.isEmpty() ? namespace : named,
                resource.at("/metadata/name").asText(""));
        if (resource instanceof ObjectNode object) {
            object.remove("status");
            object.withObject("/metadata").retain("name", "namespace");
        }
        return DbUpgradeResource.declared(ref, resource);
    }

    private static ProblemException refused(String file, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID, "GATES-FILE", "Reading a DBUpgrade from", file, answer, "Correct the file."));
    }

    /** What the resource's definition says against an upgrade, each sentence with its field first. */
    public static List<String> problems(DbUpgrade upgrade) {
        return DbUpgradeResource.declared(upgrade.ref(), json(upgrade)).problems();
    }

    static ResourceRef ref(String context, String namespace, String name) {
        ResourceKind kind = ResourceKind.DB_UPGRADE;
        return new ResourceRef(context, kind.system().group(), kind.plural(), namespace, name);
    }

    public static ObjectNode json(DbUpgrade upgrade) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("apiVersion", API_VERSION).put("kind", KIND);
        root.putObject("metadata")
                .put("name", upgrade.ref().name())
                .put("namespace", upgrade.ref().namespace());
        ObjectNode spec = root.putObject("spec");
        spec.putObject("migrations").put("image", upgrade.image()).put("dir", upgrade.dir());
        database(spec.putObject("database"), upgrade.database());
        ObjectNode checks = JsonNodeFactory.instance.objectNode();
        if (!upgrade.podVersions().isEmpty()) {
            upgrade.podVersions()
                    .forEach(check -> podVersion(
                            checks.withObject("/pre")
                                    .withArray("/minPodVersions")
                                    .addObject(),
                            check));
        }
        upgrade.preMetrics()
                .forEach(metric ->
                        metric(checks.withObject("/pre").withArray("/metrics").addObject(), metric));
        upgrade.postMetrics()
                .forEach(metric ->
                        metric(checks.withObject("/post").withArray("/metrics").addObject(), metric));
        if (!checks.isEmpty()) {
            spec.set("checks", checks);
        }
        if (upgrade.deadlineSeconds() != 0) {
            spec.putObject("runner").put("activeDeadlineSeconds", upgrade.deadlineSeconds());
        }
        return root;
    }

    private static void database(ObjectNode node, UpgradeDatabase database) {
        node.put("type", database.type());
        UrlSecret secret = database.urlSecret();
        if (database.hasConnection()) {
            ObjectNode connection = node.putObject("connection");
            if (secret != null) {
                ObjectNode written = connection.putObject("urlSecretRef");
                written.put("name", secret.name()).put("key", secret.key());
                if (secret.optional()) {
                    written.put("optional", true);
                }
            }
        }
        AwsDatabase aws = database.aws();
        if (aws != null) {
            node.putObject("aws")
                    .put("roleArn", aws.roleArn())
                    .put("region", aws.region())
                    .put("host", aws.host())
                    .put("port", aws.port())
                    .put("dbName", aws.dbName())
                    .put("username", aws.username());
        }
    }

    private static void podVersion(ObjectNode node, PodVersionCheck check) {
        selector(node, check.selector());
        node.put("minVersion", check.minVersion());
        if (!check.containerName().isEmpty()) {
            node.put("containerName", check.containerName());
        }
        if (!check.strict()) {
            node.put("strictMode", false);
        }
        if (check.disallowDowngrade()) {
            node.put("disallowDowngrade", true);
        }
    }

    private static void metric(ObjectNode node, MetricCheck check) {
        node.put("name", check.name());
        if (!check.source().equals(MetricCheck.CUSTOM)) {
            node.put("source", check.source());
        }
        node.put("metricName", check.metricName());
        ObjectNode target = node.putObject("target");
        target.put("type", check.target().type());
        check.target().pods().ifPresent(pods -> selector(target.putObject("pods"), pods));
        check.target()
                .object()
                .ifPresent(object -> target.putObject("object")
                        .putObject("ref")
                        .put("apiVersion", object.apiVersion())
                        .put("kind", object.kind())
                        .put("name", object.name()));
        if (check.target().hasExternal()) {
            ObjectNode external = target.putObject("external");
            check.target().external().ifPresent(selector -> selector(external, selector));
        }
        node.putObject("threshold").put("operator", check.operator()).put("value", check.written());
        if (!check.reduce().equals("Max")) {
            node.put("reduce", check.reduce());
        }
        if (check.bakeSeconds() != 0) {
            node.put("bakeSeconds", check.bakeSeconds());
        }
        if (check.intervalSeconds() != USUAL_INTERVAL) {
            node.put("intervalSeconds", check.intervalSeconds());
        }
    }

    private static void selector(ObjectNode in, LabelSelector selector) {
        ObjectNode node = in.putObject("selector");
        if (!selector.labels().isEmpty()) {
            ObjectNode labels = node.putObject("matchLabels");
            new TreeMap<>(selector.labels()).forEach(labels::put);
        }
        for (LabelSelector.Expression expression : selector.expressions()) {
            ObjectNode written = node.withArray("/matchExpressions").addObject();
            written.put("key", expression.key()).put("operator", expression.operator());
            if (!expression.values().isEmpty()) {
                expression.values().forEach(written.putArray("values")::add);
            }
        }
    }
}
