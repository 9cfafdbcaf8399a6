package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.PodAddress;
import java.util.List;

/** Reads which pod has which address, those of all namespaces: who connects to a database may live in any. */
final class PodReading {
    private static final String HASH = "pod-template-hash";

    private PodReading() {}

    static List<PodAddress> read(ApiServer server, CancelToken cancel) {
        return new ResourceList(server, ApiPath.of("api", "v1", "pods"), "the pods of all namespaces", cancel)
                .readAll().stream()
                        .filter(pod -> !pod.at("/status/podIP").asText().isEmpty())
                        .map(PodReading::address)
                        .toList();
    }

    private static PodAddress address(JsonNode pod) {
        return new PodAddress(
                pod.at("/metadata/namespace").asText(),
                pod.at("/metadata/name").asText(),
                pod.at("/status/podIP").asText(),
                pod.at("/spec/hostNetwork").asBoolean(false),
                owner(pod));
    }

    /** A Deployment names its ReplicaSets after itself and the hash of their template. */
    private static String owner(JsonNode pod) {
        for (JsonNode owner : pod.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean(false)) {
                String kind = owner.path("kind").asText();
                String name = owner.path("name").asText();
                String hash = "-" + pod.at("/metadata/labels").path(HASH).asText();
                boolean deployed = kind.equals("ReplicaSet") && hash.length() > 1 && name.endsWith(hash);
                return deployed ? "Deployment " + name.substring(0, name.length() - hash.length()) : kind + " " + name;
            }
        }
        return "";
    }
}
