package dev.plumbline.operation;

import dev.plumbline.execute.SessionOrigins;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.model.PodAddress;
import dev.plumbline.model.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which pod of a context a session came from, by pods read once in the background. Only for servers that see the pods' own addresses: behind a proxy or outside of the cluster's network no pod
 * has the address, which is said.
 */
public final class PodOrigins implements SessionOrigins {
    private final String context;
    private volatile Optional<Map<String, List<PodAddress>>> pods = Optional.empty();
    private volatile String why = "";

    private PodOrigins(String context) {
        this.context = context;
    }

    public static PodOrigins readOn(
            Executor background, Function<String, KubeCluster> clusters, String context, CancelToken cancel) {
        PodOrigins origins = new PodOrigins(context);
        background.execute(() -> origins.read(clusters, cancel));
        return origins;
    }

    private void read(Function<String, KubeCluster> clusters, CancelToken cancel) {
        try {
            pods = Optional.of(clusters.apply(context).stoppedBy(cancel).readPodAddresses().stream()
                    .collect(Collectors.groupingBy(PodAddress::ip)));
        } catch (ProblemException failure) {
            why = failure.problem().answer();
        } catch (Cancelled stopped) {
            why = "the reading was stopped";
        }
    }

    @Override
    public Optional<String> of(String address) {
        if (!why.isEmpty()) {
            return Optional.of("of which pod is not known (" + why + ")");
        }
        return pods.map(all -> words(all.getOrDefault(address, List.of())));
    }

    private String words(List<PodAddress> found) {
        if (found.isEmpty()) {
            return "no pod of context " + context;
        }
        return found.size() == 1 && !found.get(0).ofNode()
                ? found.get(0).shown()
                : "the node of "
                        + found.stream().limit(3).map(PodAddress::shown).collect(Collectors.joining(" and of "))
                        + (found.size() > 3 ? " and " + (found.size() - 3) + " more" : "");
    }
}
