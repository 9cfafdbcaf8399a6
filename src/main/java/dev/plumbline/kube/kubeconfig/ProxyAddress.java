package dev.plumbline.kube.kubeconfig;

import dev.plumbline.model.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An http proxy on the way to an API server; {@code login} is {@code user:password}, null when the proxy asks for none. */
public record ProxyAddress(String host, int port, @Nullable Secret login) {
    private static final int DEFAULT_PORT = 80;

    /** @return empty when the text is no address of an http proxy */
    public static Optional<ProxyAddress> of(String url) {
        try {
            URI uri = new URI(url.contains("://") ? url : "http://" + url);
            if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
                return Optional.empty();
            }
            Secret login = uri.getUserInfo() == null ? null : new Secret(uri.getUserInfo());
            return Optional.of(
                    new ProxyAddress(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), login));
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    /** The proxy for a server: its cluster's own {@code proxy-url}, else the environment's, unless {@code NO_PROXY} names the server. */
    public static Optional<ProxyAddress> choose(
            ClusterEntry cluster, ServerUrl server, Map<String, String> environment) {
        if (!cluster.proxyUrl().isEmpty()) {
            return of(cluster.proxyUrl());
        }
        String variable = server.isEncrypted() ? "HTTPS_PROXY" : "HTTP_PROXY";
        String url = either(environment, variable);
        if (url.isEmpty() || isExcepted(server.uri().getHost(), either(environment, "NO_PROXY"))) {
            return Optional.empty();
        }
        return of(url);
    }

    private static boolean isExcepted(String host, String noProxy) {
        boolean local = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return local
                || Stream.of(noProxy.split(","))
                        .map(String::strip)
                        .anyMatch(entry -> entry.equals("*") || covers(entry, host));
    }

    private static boolean covers(String entry, String host) {
        String domain = entry.startsWith(".") ? entry.substring(1) : entry;
        return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
    }

    private static String either(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name, "");
        return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
    }
}
