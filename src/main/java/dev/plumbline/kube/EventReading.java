package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.ResourceRef;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the events of one resource, newest first; those of cluster-scoped resources lie in namespace {@code default}. */
final class EventReading {
    private final ApiServer server;
    private final CancelToken cancel;

    EventReading(ApiServer server, CancelToken cancel) {
        this.server = server;
        this.cancel = cancel;
    }

    List<ResourceEvent> read(ResourceRef ref) {
        ResourceKind kind = ResourceAddress.kind(ref);
        String namespace = ref.namespace().isEmpty() ? "default" : ref.namespace();
        ApiPath path = ApiPath.of("api", "v1", "namespaces", namespace, "events")
                .with(
                        "fieldSelector",
                        "involvedObject.name=" + escaped(ref.name()) + ",involvedObject.kind=" + kind.kind());
        return new ResourceList(server, path, "the events of " + ResourceAddress.shown(ref), cancel)
                .readAll().stream()
                        .filter(event -> isOf(event.path("involvedObject"), kind, ref))
                        .map(EventReading::event)
                        .sorted(Comparator.comparing(ResourceEvent::lastSeen).reversed())
                        .toList();
    }

    /** Another system may have a kind of the same name; and an old server may not know the selector. */
    private static boolean isOf(JsonNode object, ResourceKind kind, ResourceRef ref) {
        String group = kind.system().group() + "/";
        return object.path("name").asText().equals(ref.name())
                && object.path("kind").asText().equals(kind.kind())
                && object.path("apiVersion").asText(group).startsWith(group);
    }

    private static ResourceEvent event(JsonNode event) {
        JsonNode series = event.path("series");
        return new ResourceEvent(
                event.path("type").asText(),
                event.path("reason").asText(),
                event.path("message").asText(),
                first(event.path("source").path("component"), event.path("reportingComponent")),
                first(
                        series.path("lastObservedTime"),
                        event.path("lastTimestamp"),
                        event.path("eventTime"),
                        event.path("firstTimestamp"),
                        event.path("metadata").path("creationTimestamp")),
                Math.max(event.path("count").asInt(series.path("count").asInt(1)), 1));
    }

    private static String first(JsonNode... candidates) {
        return Stream.of(candidates)
                .map(candidate -> candidate.asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A value inside a field selector (Kubernetes, "Field Selectors"): backslash, comma and equals sign are escaped. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
    }
}
