package dev.plumbline.kube.kubeconfig;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of an API server: {@code https://host:port/path}, the path (a proxy's, as of Rancher) without a slash at its end. */
public record ServerUrl(URI uri) {
    /**
     * The address as kubectl takes it: one without a scheme is https when the cluster or user says anything of TLS, else http.
     *
     * @return empty when the text is no such address
     */
    public static Optional<ServerUrl> of(ClusterEntry cluster, UserEntry user) {
        String server = cluster.server();
        if (!server.contains("://")) {
            boolean tls = cluster.hasAuthority() || cluster.insecure() || user.hasCertificate();
            server = (tls ? "https://" : "http://") + server;
        }
        try {
            URI uri = new URI(server.endsWith("/") ? server.substring(0, server.length() - 1) : server);
            boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return known && plain && uri.getHost() != null ? Optional.of(new ServerUrl(uri)) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    public boolean isEncrypted() {
        return "https".equals(uri.getScheme());
    }

    /** True when a login may be sent: the line is encrypted or does not leave this computer. */
    public boolean mayCarryLogin() {
        String host = uri.getHost();
        return isEncrypted() || host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
