package dev.plumbline.kube;

import dev.plumbline.kube.api.ApiEndpoint;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.api.Authority;
import dev.plumbline.kube.kubeconfig.ClusterEntry;
import dev.plumbline.kube.kubeconfig.ContextLine;
import dev.plumbline.kube.kubeconfig.ExecLogin;
import dev.plumbline.kube.kubeconfig.ExecPlugin;
import dev.plumbline.kube.kubeconfig.FixedLogin;
import dev.plumbline.kube.kubeconfig.Login;
import dev.plumbline.kube.kubeconfig.ProxyAddress;
import dev.plumbline.kube.kubeconfig.ServerUrl;
import dev.plumbline.kube.kubeconfig.UserEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** Makes clusters from contexts without asking anybody: addresses, logins, authorities. */
final class ClusterOpening {
    private static final Duration PATIENCE_WITH_PROGRAMS = Duration.ofSeconds(60);
    private final Map<String, String> environment;
    private final Predicate<String> approved;
    private final Clock clock;
    private final ApiEndpoint.Patience patience;

    ClusterOpening(
            Map<String, String> environment, Predicate<String> approved, Clock clock, ApiEndpoint.Patience patience) {
        this.environment = environment;
        this.approved = approved;
        this.clock = clock;
        this.patience = patience;
    }

    KubeCluster open(String context, ContextLine line, ClusterEntry cluster, UserEntry user) {
        ServerUrl server = ServerUrl.of(cluster, user).orElseThrow();
        ApiEndpoint endpoint = new ApiEndpoint(
                server,
                cluster,
                server.isEncrypted() ? Authority.read(cluster) : Authority.NONE,
                login(cluster, user, server),
                user.impersonation(),
                ProxyAddress.choose(cluster, server, environment).orElse(null),
                patience);
        String namespace = line.namespace().isEmpty() ? "default" : line.namespace();
        return KubeCluster.of(context, namespace, new ApiServer(endpoint), clock);
    }

    private Login login(ClusterEntry cluster, UserEntry user, ServerUrl server) {
        ExecPlugin plugin = user.exec();
        if (plugin == null) {
            return new FixedLogin(user);
        }
        ExecLogin.requireApproval(plugin, approved);
        return new ExecLogin(plugin, cluster, server, approved, clock, PATIENCE_WITH_PROGRAMS);
    }
}
