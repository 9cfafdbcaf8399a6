package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The aggregated APIs custom.metrics.k8s.io/v1beta2 and external.metrics.k8s.io/v1beta1, each served once its APIService is loaded. The values are annotations:
 * {@code custom.metrics.k8s.io/NAME} of any object is its own metric, {@code external.metrics.k8s.io/NAME} of a ConfigMap an external one with the ConfigMap's labels.
 */
final class MetricsApi {
    private static final String CUSTOM = "custom.metrics.k8s.io";
    private static final String EXTERNAL = "external.metrics.k8s.io";
    private static final Pattern OF_OBJECTS =
            Pattern.compile("/apis/custom\\.metrics\\.k8s\\.io/v1beta2/namespaces/([^/]+)/([^/]+)/([^/]+)/([^/]+)");
    private static final Pattern OUTSIDE =
            Pattern.compile("/apis/external\\.metrics\\.k8s\\.io/v1beta1/namespaces/([^/]+)/([^/]+)");
    private static final Map<String, String> SERVED = Map.of(
            "/apis/" + CUSTOM + "/v1beta2",
            "v1beta2." + CUSTOM,
            "/apis/" + EXTERNAL + "/v1beta1",
            "v1beta1." + EXTERNAL);
    private final ObjectStore store;
    private final KindRegistry kinds;
    private final AccessRules access;

    MetricsApi(ObjectStore store, KindRegistry kinds, AccessRules access) {
        this.store = store;
        this.kinds = kinds;
        this.access = access;
    }

    /** Empty for every other path. */
    Optional<Answer> answer(ApiRequest request) {
        Optional<String> base =
                SERVED.keySet().stream().filter(request.path()::startsWith).findFirst();
        if (base.isEmpty()) {
            return Optional.empty();
        }
        if (!isServed(SERVED.getOrDefault(base.get(), ""))) {
            throw ApiFailure.unknownPath();
        }
        if (request.path().equals(base.get())) {
            ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
            list.put("groupVersion", base.get().substring("/apis/".length())).putArray("resources");
            return Optional.of(Answer.json(200, list));
        }
        Matcher objects = OF_OBJECTS.matcher(request.path());
        Matcher outside = OUTSIDE.matcher(request.path());
        if (objects.matches()) {
            return Optional.of(Answer.json(200, custom(request, objects)));
        }
        if (outside.matches()) {
            return Optional.of(Answer.json(200, external(request, outside.group(1), outside.group(2))));
        }
        throw ApiFailure.unknownPath();
    }

    private boolean isServed(String name) {
        return kinds.of("apiservices")
                .flatMap(kind -> store.find(kind, "", name))
                .isPresent();
    }

    private ObjectNode custom(ApiRequest request, Matcher path) {
        String namespace = path.group(1);
        String metric = path.group(4);
        ResourceKind kind = kinds.of(path.group(2)).orElseThrow(ApiFailure::unknownPath);
        access.check(request.token(), new Attributes("get", CUSTOM, kind.plural(), metric, namespace, path.group(3)));
        ObjectNode list = list("MetricValueList", CUSTOM + "/v1beta2");
        for (StoredObject object : objects(kind, namespace, path.group(3), request)) {
            JsonNode value = value(object, CUSTOM, metric);
            if (!value.isMissingNode()) {
                ObjectNode item = list.withArray("items").addObject();
                item.putObject("describedObject")
                        .put("kind", kind.kind())
                        .put("namespace", namespace)
                        .put("name", StoredObject.nameOf(object.json()))
                        .put("apiVersion", "/" + kind.version());
                item.putObject("metric").put("name", metric);
                item.put("timestamp", now()).put("value", value.asText());
            }
        }
        if (list.path("items").isEmpty()) {
            throw new ApiFailure(
                    404,
                    "NotFound",
                    "the server could not find the metric " + metric + " for " + kind.plural() + " " + path.group(3));
        }
        return list;
    }

    private List<StoredObject> objects(ResourceKind kind, String namespace, String name, ApiRequest request) {
        return name.equals("*")
                ? store.list(kind, namespace, Selector.of(kind, request.query()), Optional.empty(), 0)
                        .objects()
                : List.of(store.read(kind, namespace, name));
    }

    private ObjectNode external(ApiRequest request, String namespace, String metric) {
        access.check(request.token(), new Attributes("list", EXTERNAL, metric, "", namespace, ""));
        ResourceKind kind = kinds.of("configmaps").orElseThrow(ApiFailure::unknownPath);
        ObjectNode list = list("ExternalMetricValueList", EXTERNAL + "/v1beta1");
        for (StoredObject object : store.list(kind, namespace, Selector.of(kind, request.query()), Optional.empty(), 0)
                .objects()) {
            JsonNode value = value(object, EXTERNAL, metric);
            if (!value.isMissingNode()) {
                ObjectNode item = list.withArray("items").addObject().put("metricName", metric);
                item.set("metricLabels", object.json().at("/metadata/labels").deepCopy());
                item.put("timestamp", now()).put("value", value.asText());
            }
        }
        return list;
    }

    private static JsonNode value(StoredObject object, String group, String metric) {
        return object.json().path("metadata").path("annotations").path(group + "/" + metric);
    }

    private static ObjectNode list(String kind, String apiVersion) {
        ObjectNode list = Json.object().put("kind", kind).put("apiVersion", apiVersion);
        list.putObject("metadata");
        list.putArray("items");
        return list;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
