package dev.plumbline.kube.api;

import dev.plumbline.kube.kubeconfig.ClusterEntry;
import dev.plumbline.kube.kubeconfig.Impersonation;
import dev.plumbline.kube.kubeconfig.Login;
import dev.plumbline.kube.kubeconfig.ProxyAddress;
import dev.plumbline.kube.kubeconfig.ServerUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where an API server is and as whom it is spoken to. */
public record ApiEndpoint(
        ServerUrl server,
        ClusterEntry cluster,
        Authority authority,
        Login login,
        Impersonation impersonation,
        @Nullable ProxyAddress proxy,
        Patience patience) {

    /** How long to wait for a connection and for a whole answer. */
    public record Patience(Duration connect, Duration request) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    /** What identifies the server: its address and the certificate authority that vouches for it. */
    public String identity() {
        return server + " ca " + Authority.fingerprint(server, cluster, authority);
    }
}
