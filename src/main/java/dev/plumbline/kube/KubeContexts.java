package dev.plumbline.kube;

import dev.plumbline.kube.api.ApiEndpoint;
import dev.plumbline.kube.kubeconfig.ClusterEntry;
import dev.plumbline.kube.kubeconfig.ContextLine;
import dev.plumbline.kube.kubeconfig.ContextProblems;
import dev.plumbline.kube.kubeconfig.ExecPlugin;
import dev.plumbline.kube.kubeconfig.Kubeconfig;
import dev.plumbline.kube.kubeconfig.KubeconfigFiles;
import dev.plumbline.kube.kubeconfig.ServerUrl;
import dev.plumbline.kube.kubeconfig.UserEntry;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The contexts of the merged kubeconfig, and the clusters opened through them, several at once. Listing runs no program and asks no server; opening
 * asks no server either. Closing this closes every cluster.
 */
public final class KubeContexts implements AutoCloseable {
    private final Kubeconfig kubeconfig;
    private final ClusterOpening opening;
    private final Predicate<String> approved;
    private final Map<String, KubeCluster> open = new HashMap<>();

    KubeContexts(Kubeconfig kubeconfig, ClusterOpening opening, Predicate<String> approved) {
        this.kubeconfig = kubeconfig;
        this.opening = opening;
        this.approved = approved;
    }

    /**
     * Reads the kubeconfig: the given file, else those of {@code KUBECONFIG}, else the home's. {@code approved} tells by its hash whether a login
     * program may be run.
     *
     * @throws ProblemException when a file is malformed, with file, line and column
     */
    public static KubeContexts read(
            Optional<Path> given, Map<String, String> environment, Path home, Predicate<String> approved, Clock clock) {
        Kubeconfig kubeconfig = Kubeconfig.read(KubeconfigFiles.find(given, environment, home));
        return new KubeContexts(
                kubeconfig, new ClusterOpening(environment, approved, clock, ApiEndpoint.Patience.USUAL), approved);
    }

    /** Every context, in the order of their names. */
    public List<ContextEntry> list() {
        return kubeconfig.contexts().entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The cluster of a context; the same one when it is already open. */
    public synchronized KubeCluster open(String context) {
        ContextLine line = kubeconfig.contexts().get(context);
        if (line == null) {
            throw problem(Problem.Kind.NOT_FOUND, context, "the kubeconfig holds no such context.");
        }
        List<String> problems = ContextProblems.find(kubeconfig, line);
        ClusterEntry cluster = kubeconfig.clusters().get(line.cluster());
        Optional<UserEntry> user = kubeconfig.userOf(line);
        if (!problems.isEmpty() || cluster == null || user.isEmpty()) {
            throw problem(Problem.Kind.INVALID, context, String.join(" ", problems));
        }
        return open.computeIfAbsent(context, name -> opening.open(name, line, cluster, user.get()));
    }

    private ContextEntry entry(String name, ContextLine line) {
        @Nullable ClusterEntry cluster = kubeconfig.clusters().get(line.cluster());
        UserEntry user = kubeconfig.userOf(line).orElse(UserEntry.NOBODY);
        Optional<ServerUrl> server = cluster == null ? Optional.empty() : ServerUrl.of(cluster, user);
        return new ContextEntry(
                name,
                line.cluster(),
                server.map(ServerUrl::toString).orElse(cluster == null ? "" : cluster.server()),
                line.user(),
                line.namespace(),
                name.equals(kubeconfig.currentContext()),
                cluster != null && cluster.insecure()
                        || server.isPresent() && !server.get().isEncrypted(),
                command(user.exec()),
                ContextProblems.find(kubeconfig, line));
    }

    private ContextEntry.@Nullable ExecCommand command(@Nullable ExecPlugin plugin) {
        return plugin == null
                ? null
                : new ContextEntry.ExecCommand(plugin.shown(), plugin.hash(), approved.test(plugin.hash()));
    }

    private static ProblemException problem(Problem.Kind kind, String context, String answer) {
        return new ProblemException(new Problem(
                kind,
                "KUBE-CONTEXT",
                "open the context",
                "\"" + context + "\"",
                answer,
                "Choose another context, or correct the kubeconfig."));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(KubeCluster::close);
        open.clear();
    }
}
