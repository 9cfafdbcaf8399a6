package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.CustomSystem;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which systems a cluster serves, in which version of their group, and with which kinds; a version once found is remembered. */
final class ServedKinds {
    private final ApiServer server;
    private final Map<CustomSystem, String> versions = new ConcurrentHashMap<>();

    ServedKinds(ApiServer server) {
        this.server = server;
    }

    /** The version of every system that is installed. */
    Map<CustomSystem, String> readInstalled(CancelToken cancel) {
        JsonNode groups = server.send(ApiRequest.read(ApiPath.of("apis"), "list", "the API groups"), cancel);
        versions.clear();
        for (JsonNode group : groups.path("groups")) {
            CustomSystem.ofGroup(group.path("name").asText())
                    .ifPresent(system -> chosen(system, group).ifPresent(version -> versions.put(system, version)));
        }
        return Map.copyOf(versions);
    }

    /** The kinds of an installed system that the cluster really serves, in the order they are shown. */
    List<ResourceKind> readKinds(CustomSystem system, String version, CancelToken cancel) {
        ApiPath path = ApiPath.of("apis", system.group(), version);
        JsonNode list = server.send(ApiRequest.read(path, "list", "the resource kinds of " + system.group()), cancel);
        Set<String> plurals = new HashSet<>();
        list.path("resources")
                .forEach(resource -> plurals.add(resource.path("name").asText()));
        return ResourceKind.of(system).stream()
                .filter(kind -> plurals.contains(kind.plural()))
                .toList();
    }

    /** The version to address a system's resources in. */
    String readVersion(CustomSystem system, CancelToken cancel) {
        String known = versions.get(system);
        if (known != null) {
            return known;
        }
        String version = chosen(system, readGroup(system, cancel)).orElseThrow(() -> notInstalled(system));
        versions.put(system, version);
        return version;
    }

    static String missing(CustomSystem system) {
        return system.shown() + " is not installed: the cluster serves no resources of " + system.group() + ".";
    }

    private JsonNode readGroup(CustomSystem system, CancelToken cancel) {
        try {
            return server.send(
                    ApiRequest.read(ApiPath.of("apis", system.group()), "look up", "the API group " + system.group()),
                    cancel);
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_FOUND) {
                throw notInstalled(system);
            }
            throw refused;
        }
    }

    private static ProblemException notInstalled(CustomSystem system) {
        return new ProblemException(new Problem(
                Problem.Kind.NOT_INSTALLED,
                "KUBE-NOT-INSTALLED",
                "look up",
                "the API group " + system.group(),
                missing(system),
                "Choose the context of a cluster where it is installed."));
    }

    /** The version whose fields are known here where it is served, else the one the cluster prefers. */
    private static Optional<String> chosen(CustomSystem system, JsonNode group) {
        List<String> served = new ArrayList<>();
        group.path("versions")
                .forEach(version -> served.add(version.path("version").asText()));
        if (served.contains(system.version())) {
            return Optional.of(system.version());
        }
        String preferred = group.path("preferredVersion").path("version").asText();
        return preferred.isEmpty() ? served.stream().findFirst() : Optional.of(preferred);
    }
}
