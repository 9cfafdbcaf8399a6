package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricSample;
import dev.plumbline.model.upgrade.MetricTarget;
import dev.plumbline.model.upgrade.MetricTarget.ObjectRef;
import dev.plumbline.model.upgrade.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Reads metrics from the aggregated APIs custom.metrics.k8s.io/v1beta2 and external.metrics.k8s.io/v1beta1, asking what the operator would ask. */
final class MetricReading {
    /** The code of a check that can be computed by nobody. */
    static final String UNREADABLE = "KUBE-METRIC";

    private static final String CUSTOM = "custom.metrics.k8s.io";
    private static final String EXTERNAL = "external.metrics.k8s.io";
    private final ApiServer server;
    private final String namespace;
    private final CancelToken cancel;

    MetricReading(ApiServer server, String namespace, CancelToken cancel) {
        this.server = server;
        this.namespace = namespace;
        this.cancel = cancel;
    }

    List<MetricSample> read(MetricCheck check) {
        MetricTarget target = check.target();
        if (check.source().equals(MetricCheck.EXTERNAL)) {
            ApiPath path = ApiPath.of("apis", EXTERNAL, "v1beta1", "namespaces", namespace, check.metricName());
            return samples(
                    selected(path, target.external().map(LabelSelector::query).orElse("")), check);
        }
        ApiPath custom = ApiPath.of("apis", CUSTOM, "v1beta2", "namespaces", namespace);
        if (target.type().equals(MetricTarget.PODS) && target.pods().isPresent()) {
            return samples(
                    selected(
                            custom.then("pods", "*", check.metricName()),
                            target.pods().get().query()),
                    check);
        }
        if (target.type().equals(MetricTarget.OBJECT) && target.object().isPresent()) {
            ObjectRef object = target.object().get();
            return samples(custom.then(resource(object), object.name(), check.metricName()), check);
        }
        throw problem(
                Problem.Kind.INVALID,
                check,
                "a Custom metric cannot be read of target type \"" + target.type() + "\" as it is written.");
    }

    private static ApiPath selected(ApiPath path, String selector) {
        return selector.isEmpty() ? path : path.with("labelSelector", selector);
    }

    private List<MetricSample> samples(ApiPath path, MetricCheck check) {
        JsonNode list = server.send(ApiRequest.read(path, "read", "metric " + check.metricName()), cancel);
        List<MetricSample> samples = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            String written = item.path("value").asText();
            samples.add(new MetricSample(
                    object(item),
                    Quantity.parse(written)
                            .orElseThrow(() -> problem(
                                    Problem.Kind.SERVER, check, "its value \"" + written + "\" is no quantity.")),
                    item.path("timestamp").asText("")));
        }
        return samples;
    }

    private static String object(JsonNode item) {
        JsonNode described = item.path("describedObject");
        if (described.isObject()) {
            return described.path("kind").asText() + " "
                    + described.path("name").asText();
        }
        List<String> labels = new ArrayList<>();
        item.path("metricLabels")
                .properties()
                .forEach(label ->
                        labels.add(label.getKey() + "=" + label.getValue().asText()));
        return String.join(",", labels);
    }

    /** The resource of a kind, as the metrics API addresses it: {@code services}, {@code deployments.apps}. */
    private String resource(ObjectRef object) {
        String[] version = object.apiVersion().split("/", 2);
        ApiPath path = version.length == 1 ? ApiPath.of("api", version[0]) : ApiPath.of("apis", version[0], version[1]);
        JsonNode kinds =
                server.send(ApiRequest.read(path, "list", "the resource kinds of " + object.apiVersion()), cancel);
        for (JsonNode kind : kinds.path("resources")) {
            String name = kind.path("name").asText();
            if (kind.path("kind").asText().equals(object.kind()) && !name.contains("/")) {
                return version.length == 1 ? name : name + "." + version[0];
            }
        }
        throw new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "KUBE-KIND",
                "look up",
                "kind " + object.kind() + " of " + object.apiVersion(),
                "the cluster serves no such kind.",
                "Correct target.object.ref."));
    }

    private static ProblemException problem(Problem.Kind kind, MetricCheck check, String answer) {
        return new ProblemException(new Problem(kind, UNREADABLE, "read", "metric " + check.metricName(), answer, ""));
    }
}
