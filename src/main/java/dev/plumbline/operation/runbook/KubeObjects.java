package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.AnyObject;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.kube.ServedKind;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.MetricSample;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Objects of any kind that the cluster serves, by the words kubectl takes for a kind (kind, plural, singular, short name, with or without group:
 * "sd", "deployment", "deployments.apps"). An empty namespace of a namespaced kind is the context's, except in lists, where it is all. Values of
 * Secrets are never given out. Every method throws a {@link ProblemException} when the server refuses or is not reached.
 */
public final class KubeObjects {
    private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";
    private final Supplier<KubeContexts> contexts;

    public KubeObjects(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    /** @param kind in kubectl's words */
    public record Address(String context, String kind, String namespace, String name) {}

    /**
     * An object as it was read: without managedFields, a Secret's values replaced by "***".
     *
     * @param address with the namespace that it really lies in
     */
    public record Found(Address address, String apiVersion, String kind, JsonNode object) {
        public String uid() {
            return object.at("/metadata/uid").asText();
        }

        public String resourceVersion() {
            return object.at("/metadata/resourceVersion").asText();
        }
    }

    /**
     * The end of a log.
     *
     * @param cut whether there is more than is given
     * @param from the pods and containers it comes from
     */
    public record Logs(List<String> lines, boolean cut, String from) {}

    /** @throws ProblemException with code KUBE-404 when there is none */
    public Found get(Address address, CancelToken cancel) {
        return new Place(cluster(address.context(), cancel), address).read();
    }

    /** Empty when there is no such object; a kind that is not served is a problem. */
    public Optional<Found> find(Address address, CancelToken cancel) {
        return new Place(cluster(address.context(), cancel), address).find();
    }

    /** @param namespace empty for all */
    public List<Found> list(String context, String kind, String namespace, String selector, CancelToken cancel) {
        AnyObject objects = cluster(context, cancel).objects();
        ServedKind served = objects.kind(kind);
        return objects.list(served, namespace, selector).stream()
                .map(item -> Place.found(
                        served,
                        new Address(
                                context,
                                kind,
                                item.at("/metadata/namespace").asText(""),
                                item.at("/metadata/name").asText()),
                        item))
                .toList();
    }

    /**
     * The last lines of the logs of one pod, or of the pods of "deployment/web" and the like, or of those with the labels: at most so many lines of
     * each, a megabyte altogether. Where no container is named it is the one that kubectl takes.
     */
    public Logs logs(
            String context,
            String namespace,
            String nameOrEmpty,
            String selectorOrEmpty,
            String containerOrEmpty,
            int lines,
            CancelToken cancel) {
        return new LogReading(cluster(context, cancel), context, namespace)
                .read(nameOrEmpty, selectorOrEmpty, containerOrEmpty, lines);
    }

    /**
     * @param external of the external metrics API; else of pods of the custom one
     * @param selector labels in kubectl's words, empty for all
     */
    public List<MetricSample> metric(
            String context, String namespace, String name, boolean external, String selector, CancelToken cancel) {
        return contexts.get()
                .open(context)
                .stoppedBy(cancel)
                .readMetric(namespace, MetricAsked.of(name, external, selector));
    }

    /** Changes of such objects. */
    public KubeChanges changes() {
        return new KubeChanges(contexts);
    }

    public boolean serves(String context, String kind, CancelToken cancel) {
        return cluster(context, cancel).objects().findKind(kind).isPresent();
    }

    /**
     * The fields of a kind as its CustomResourceDefinition declares them (apiextensions.k8s.io/v1, {@code openAPIV3Schema}) in the version that is served; empty for Kubernetes' own kinds.
     *
     * @throws ProblemException also where the definition may not be read
     */
    public Optional<JsonNode> schema(String context, String kind, CancelToken cancel) {
        AnyObject objects = cluster(context, cancel).objects();
        ServedKind served = objects.kind(kind);
        if (served.isBuiltIn()) {
            return Optional.empty();
        }
        JsonNode definition = objects.read(objects.kind(DEFINITIONS), "", served.groupResource());
        for (JsonNode version : definition.at("/spec/versions")) {
            JsonNode schema = version.at("/schema/openAPIV3Schema");
            if (version.path("name").asText().equals(served.version()) && schema.isObject()) {
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }

    /** What tells the cluster from any other: {@link KubeCluster#identity()}. */
    public String identity(String context, CancelToken cancel) {
        return cluster(context, cancel).identity();
    }

    private KubeCluster cluster(String context, CancelToken cancel) {
        return contexts.get().open(context).stoppedBy(cancel);
    }
}
