package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kube.AnyObject;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.PodLogs;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeObjects.Logs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The ends of logs: which pods and containers are meant, and no more kept than a person reads. */
final class LogReading {
    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_LINES = 10_000;
    private static final int MOST_PODS = 10;
    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";
    private final KubeCluster cluster;
    private final AnyObject objects;
    private final String context;
    private final String namespace;

    LogReading(KubeCluster cluster, String context, String namespace) {
        this.cluster = cluster;
        this.objects = cluster.objects();
        this.context = context;
        this.namespace = namespace.isEmpty() ? cluster.namespace() : namespace;
    }

    Logs read(String name, String selector, String container, int lines) {
        List<JsonNode> pods = new PodChoice(objects, context, namespace).pods(name, selector);
        if (pods.isEmpty()) {
            throw problem(Problem.Kind.NOT_FOUND, name.isEmpty() ? selector : name, "there are no pods.");
        }
        int asked = Math.min(Math.max(lines, 1), MOST_LINES);
        boolean cut = pods.size() > MOST_PODS || asked < lines;
        List<String> all = new ArrayList<>();
        List<String> from = new ArrayList<>();
        for (JsonNode pod : pods.subList(0, Math.min(pods.size(), MOST_PODS))) {
            String podName = pod.at("/metadata/name").asText();
            String chosen = container.isEmpty() ? container(pod) : container;
            PodLogs.Tail tail = cluster.logs().read(namespace, podName, chosen, asked + 1);
            int drop = Math.max(tail.lines().size() - asked, 0);
            cut |= tail.cut() || drop > 0;
            tail.lines().stream()
                    .skip(drop)
                    .map(line -> pods.size() > 1 ? podName + ": " + line : line)
                    .forEach(all::add);
            from.add("pod " + namespace + "/" + podName + ", container " + chosen);
        }
        List<String> kept = newest(all);
        String more = pods.size() > MOST_PODS ? " (" + MOST_PODS + " of " + pods.size() + " pods)" : "";
        return new Logs(kept, cut || !kept.equals(all), String.join("; ", from) + more);
    }

    /** The end of the lines that fits into the limit; a line longer than that is cut to its end. */
    private static List<String> newest(List<String> lines) {
        Deque<String> kept = new ArrayDeque<>();
        long bytes = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            bytes += lines.get(i).getBytes(StandardCharsets.UTF_8).length + 1L;
            if (bytes > MOST_BYTES) {
                if (kept.isEmpty()) {
                    kept.addFirst(end(lines.get(i)));
                }
                break;
            }
            kept.addFirst(lines.get(i));
        }
        return List.copyOf(kept);
    }

    /** In characters of at most four bytes. */
    private static String end(String line) {
        int from = Math.max(line.length() - MOST_BYTES / 4, 0);
        return line.substring(Character.isLowSurrogate(line.charAt(from)) ? from + 1 : from);
    }

    /** The container that kubectl takes when none is named. */
    private String container(JsonNode pod) {
        String named =
                pod.path("metadata").path("annotations").path(DEFAULT_CONTAINER).asText("");
        String first = pod.at("/spec/containers/0/name").asText("");
        if (named.isEmpty() && first.isEmpty()) {
            throw problem(Problem.Kind.INVALID, pod.at("/metadata/name").asText(), "the pod names no container.");
        }
        return named.isEmpty() ? first : named;
    }

    private ProblemException problem(Problem.Kind kind, String object, String answer) {
        return new ProblemException(new Problem(
                kind,
                "KUBE-LOGS",
                "read the logs of",
                object + " in namespace " + namespace + " of context " + context,
                answer,
                "Check name, labels and namespace."));
    }
}
