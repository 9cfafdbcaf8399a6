package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.model.upgrade.UpgradeChoices.PodChoice;
import dev.plumbline.model.upgrade.UpgradeChoices.SecretChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a DBUpgrade of a namespace can name. Of Secrets only names and keys are kept; those of releases and of service accounts are not asked for. */
final class UpgradeChoiceReading {
    private static final String NO_CONNECTION =
            "type!=helm.sh/release.v1,type!=kubernetes.io/service-account-token,type!=kubernetes.io/dockerconfigjson";
    private final ApiServer server;
    private final CancelToken cancel;

    UpgradeChoiceReading(ApiServer server, CancelToken cancel) {
        this.server = server;
        this.cancel = cancel;
    }

    UpgradeChoices read(String namespace) {
        return new UpgradeChoices(
                UpgradeFacts.seen(this::namespaces),
                UpgradeFacts.seen(() -> secrets(namespace)),
                UpgradeFacts.seen(() -> pods(namespace)));
    }

    private List<String> namespaces() {
        return new ResourceList(server, ApiPath.of("api", "v1", "namespaces"), "the namespaces", cancel)
                .readAll().stream()
                        .map(namespace -> namespace.at("/metadata/name").asText())
                        .toList();
    }

    private List<SecretChoice> secrets(String namespace) {
        ApiPath path =
                ApiPath.of("api", "v1", "namespaces", namespace, "secrets").with("fieldSelector", NO_CONNECTION);
        return new ResourceList(server, path, "the Secrets of namespace " + namespace, cancel)
                .readAll().stream()
                        .map(secret -> {
                            List<String> keys = new ArrayList<>();
                            secret.path("data").fieldNames().forEachRemaining(keys::add);
                            return new SecretChoice(secret.at("/metadata/name").asText(), keys);
                        })
                        .toList();
    }

    private List<PodChoice> pods(String namespace) {
        ApiPath path = ApiPath.of("api", "v1", "namespaces", namespace, "pods");
        return new ResourceList(server, path, "the pods of namespace " + namespace, cancel)
                .readAll().stream()
                        .map(pod -> new PodChoice(UpgradeFacts.pod(pod), labels(pod)))
                        .toList();
    }

    private static Map<String, String> labels(JsonNode pod) {
        Map<String, String> labels = new HashMap<>();
        pod.at("/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }
}
