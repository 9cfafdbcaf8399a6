package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.MetricCheck;
import dev.plumbline.model.upgrade.MetricSample;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.RunningPod;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import dev.plumbline.model.upgrade.UpgradeJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what the checks of a DBUpgrade stand on. A refusal is told in the place of what it refuses; a lost connection or login ends the reading. */
final class UpgradeFacts {
    private final ApiServer server;
    private final CancelToken cancel;

    UpgradeFacts(ApiServer server, CancelToken cancel) {
        this.server = server;
        this.cancel = cancel;
    }

    GateFacts read(DbUpgrade upgrade, Instant now) {
        String namespace = upgrade.ref().namespace();
        Map<PodVersionCheck, Seen<List<RunningPod>>> pods = new LinkedHashMap<>();
        for (PodVersionCheck check : upgrade.podVersions()) {
            pods.computeIfAbsent(
                    check,
                    wanted -> seen(() -> pods(namespace, wanted.selector().query())));
        }
        MetricReading reading = new MetricReading(server, namespace, cancel);
        Map<MetricCheck, Seen<List<MetricSample>>> metrics = new LinkedHashMap<>();
        Stream.concat(upgrade.preMetrics().stream(), upgrade.postMetrics().stream())
                .forEach(check -> metrics.computeIfAbsent(check, wanted -> seen(() -> reading.read(wanted))));
        UrlSecret secret = upgrade.database().urlSecret();
        return new GateFacts(
                pods,
                metrics,
                secret == null || secret.name().isEmpty()
                        ? Seen.absent("the resource names no Secret")
                        : seen(() -> secretKeys(namespace, secret.name())),
                seen(() -> jobs(upgrade)),
                now);
    }

    private List<RunningPod> pods(String namespace, String selector) {
        ApiPath path = ApiPath.of("api", "v1", "namespaces", namespace, "pods");
        return new ResourceList(
                        server,
                        selector.isEmpty() ? path : path.with("labelSelector", selector),
                        "the pods of namespace " + namespace,
                        cancel)
                .readAll().stream().map(UpgradeFacts::pod).toList();
    }

    static RunningPod pod(JsonNode pod) {
        List<RunningPod.Container> containers = new ArrayList<>();
        pod.at("/spec/containers").forEach(container -> containers.add(container(container, false)));
        pod.at("/spec/initContainers").forEach(container -> containers.add(container(container, true)));
        return new RunningPod(
                pod.at("/metadata/name").asText(), pod.at("/status/phase").asText("Unknown"), containers);
    }

    private static RunningPod.Container container(JsonNode container, boolean init) {
        return new RunningPod.Container(
                container.path("name").asText(), container.path("image").asText(), init);
    }

    private List<UpgradeJob> jobs(DbUpgrade upgrade) {
        String namespace = upgrade.ref().namespace();
        ApiPath path = ApiPath.of("apis", "batch", "v1", "namespaces", namespace, "jobs");
        return new ResourceList(server, path, "the Jobs of namespace " + namespace, cancel)
                .readAll().stream()
                        .filter(job -> isOf(job, upgrade))
                        .map(UpgradeFacts::job)
                        .sorted(Comparator.comparing(UpgradeJob::created).reversed())
                        .toList();
    }

    /** The operator's Jobs are called {@code dbupgrade-NAME-HASH} and name their DBUpgrade as owner. */
    private static boolean isOf(JsonNode job, DbUpgrade upgrade) {
        String prefix = "dbupgrade-" + upgrade.ref().name() + "-";
        String name = job.at("/metadata/name").asText();
        boolean named =
                name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9a-f]{8}");
        for (JsonNode owner : job.at("/metadata/ownerReferences")) {
            if (owner.path("kind").asText().equals("DBUpgrade")) {
                return owner.path("name").asText().equals(upgrade.ref().name());
            }
        }
        return named;
    }

    private static UpgradeJob job(JsonNode job) {
        JsonNode status = job.path("status");
        String failure = "";
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("Failed")
                    && condition.path("status").asText().equals("True")) {
                failure = condition.path("reason").asText() + ": "
                        + condition.path("message").asText();
            }
        }
        return new UpgradeJob(
                job.at("/metadata/name").asText(),
                job.at("/metadata/creationTimestamp").asText(),
                status.path("active").asInt(0),
                status.path("succeeded").asInt(0),
                status.path("failed").asInt(0),
                status.path("startTime").asText(""),
                status.path("completionTime").asText(""),
                failure);
    }

    private List<String> secretKeys(String namespace, String name) {
        ApiPath path = ApiPath.of("api", "v1", "namespaces", namespace, "secrets", name);
        JsonNode secret = server.send(
                ApiRequest.read(path, "look for the connection in", "Secret " + namespace + "/" + name), cancel);
        List<String> keys = new ArrayList<>();
        secret.path("data").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    static <T> Seen<T> seen(Supplier<T> reading) {
        try {
            return Seen.of(reading.get());
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            return switch (problem.kind()) {
                case NOT_FOUND -> Seen.absent(problem.message());
                case FORBIDDEN -> Seen.unknown(problem.message());
                case INVALID ->
                    problem.code().equals(MetricReading.UNREADABLE)
                            ? Seen.absent(problem.message())
                            : Seen.unknown(problem.message());
                case SERVER ->
                    problem.code().equals("KUBE-503")
                            ? Seen.absent(problem.message())
                            : Seen.unknown(problem.message());
                default -> throw refused;
            };
        }
    }
}
