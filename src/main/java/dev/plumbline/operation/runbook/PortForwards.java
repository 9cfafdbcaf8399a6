package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.AnyObject;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.kube.ServedKind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A port of a pod, Service or workload made reachable on 127.0.0.1 through the API server, until it is closed or the token is cancelled. It leads to
 * one pod, chosen when it is opened: the first by name that is running, a ready one before others; a forward does not follow to another pod.
 */
public final class PortForwards {
    private final Supplier<KubeContexts> contexts;

    public PortForwards(Supplier<KubeContexts> contexts) {
        this.contexts = contexts;
    }

    /**
     * @param kind in kubectl's words; empty for a pod
     * @param namespace empty for the context's
     * @param nameOrEmpty the object of the kind; or empty, when the selector names pods by labels
     * @param port of the pod, or of the Service, which says itself which port of its pods that is
     * @throws ProblemException when there is no running pod or no such port
     */
    public PortForward open(
            String context,
            String kind,
            String namespace,
            String nameOrEmpty,
            String selectorOrEmpty,
            int port,
            CancelToken cancel) {
        KubeCluster cluster = contexts.get().open(context).stoppedBy(cancel);
        AnyObject objects = cluster.objects();
        String within = namespace.isEmpty() ? cluster.namespace() : namespace;
        ServedKind served = objects.kind(kind.isEmpty() ? "pods" : kind);
        boolean byPod = served.group().isEmpty() && served.kind().equals("Pod");
        String name = byPod || nameOrEmpty.isEmpty() ? nameOrEmpty : kind + "/" + nameOrEmpty;
        List<JsonNode> pods = new PodChoice(objects, context, within).pods(name, selectorOrEmpty);
        String meant = served.kind() + " " + within + "/" + (name.isEmpty() ? selectorOrEmpty : nameOrEmpty);
        JsonNode pod = running(pods, meant + " of context " + context);
        boolean service = served.group().isEmpty() && served.kind().equals("Service") && !nameOrEmpty.isEmpty();
        int target = service ? portOf(objects.read(served, within, nameOrEmpty), pod, port, meant) : port;
        try {
            return new PortForward(
                    cluster.podPort(within, pod.at("/metadata/name").asText(), target), cancel);
        } catch (IOException none) {
            throw problem(
                    Problem.Kind.INVALID, meant, "no port of 127.0.0.1 can be listened on: " + none.getMessage() + ".");
        }
    }

    private static JsonNode running(List<JsonNode> pods, String meant) {
        List<JsonNode> running = pods.stream()
                .filter(pod -> pod.at("/status/phase").asText().equals("Running")
                        && pod.at("/metadata/deletionTimestamp").isMissingNode())
                .toList();
        return running.stream()
                .filter(PortForwards::isReady)
                .findFirst()
                .or(() -> running.stream().findFirst())
                .orElseThrow(() -> problem(
                        Problem.Kind.NOT_FOUND,
                        meant,
                        pods.isEmpty() ? "it has no pods." : "none of its " + pods.size() + " pods is running."));
    }

    private static boolean isReady(JsonNode pod) {
        for (JsonNode condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    /** A Service's targetPort is a number, the name of a port of a container, or as the port itself (Kubernetes API reference, ServicePort). */
    private static int portOf(JsonNode service, JsonNode pod, int port, String meant) {
        for (JsonNode each : service.at("/spec/ports")) {
            if (each.path("port").asInt() == port) {
                JsonNode target = each.path("targetPort");
                return target.isTextual() ? named(pod, target.asText(), meant) : target.asInt(port);
            }
        }
        throw problem(Problem.Kind.NOT_FOUND, meant, "the Service has no port " + port + ".");
    }

    private static int named(JsonNode pod, String name, String meant) {
        for (JsonNode container : pod.at("/spec/containers")) {
            for (JsonNode each : container.path("ports")) {
                if (each.path("name").asText().equals(name)) {
                    return each.path("containerPort").asInt();
                }
            }
        }
        throw problem(Problem.Kind.NOT_FOUND, meant, "no container of its pod has a port named " + name + ".");
    }

    private static ProblemException problem(Problem.Kind kind, String object, String answer) {
        return new ProblemException(new Problem(
                kind, "KUBE-FORWARD", "forward a port of", object, answer, "Check name, namespace and port."));
    }
}
