package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Secrets that a pod's spec takes into its containers, and how (Kubernetes, "Using Secrets"): volumes, projected volumes, envFrom and single variables. */
final class SecretUses {
    private final Map<String, List<String>> uses = new TreeMap<>();

    private SecretUses() {}

    static Map<String, List<String>> of(JsonNode podSpec) {
        SecretUses found = new SecretUses();
        for (JsonNode volume : podSpec.path("volumes")) {
            String how = "volume " + volume.path("name").asText();
            found.add(volume.at("/secret/secretName"), how);
            volume.at("/projected/sources").forEach(source -> found.add(source.at("/secret/name"), how));
        }
        for (String containers : List.of("initContainers", "containers", "ephemeralContainers")) {
            podSpec.path(containers).forEach(found::container);
        }
        return found.uses;
    }

    private void container(JsonNode container) {
        String of = " of container " + container.path("name").asText();
        container.path("envFrom").forEach(source -> add(source.at("/secretRef/name"), "envFrom" + of));
        container
                .path("env")
                .forEach(variable -> add(
                        variable.at("/valueFrom/secretKeyRef/name"),
                        "variable " + variable.path("name").asText() + of));
    }

    private void add(JsonNode secret, String how) {
        if (secret.isTextual() && !secret.asText().isEmpty()) {
            uses.computeIfAbsent(secret.asText(), named -> new ArrayList<>()).add(how);
        }
    }
}
