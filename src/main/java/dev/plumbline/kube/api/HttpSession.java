package dev.plumbline.kube.api;

import dev.plumbline.kube.kubeconfig.LoginProof;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The HTTP client to one API server, made when first needed and made anew when the login's client certificate changes. */
final class HttpSession implements AutoCloseable {
    private final ApiEndpoint endpoint;
    private @Nullable KubernetesClient client;
    private LoginProof.@Nullable Certificate certificate;
    private boolean closed;

    HttpSession(ApiEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    synchronized HttpClient client(LoginProof proof) {
        if (closed) {
            throw new IllegalStateException("the context has been closed");
        }
        KubernetesClient open = client;
        if (open == null || !Objects.equals(certificate, proof.certificate())) {
            closeClient();
            open = make(proof);
            client = open;
            certificate = proof.certificate();
        }
        return open.getHttpClient();
    }

    private KubernetesClient make(LoginProof proof) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(endpoint.server().toString())
                .withConnectionTimeout((int) endpoint.patience().connect().toMillis())
                .withRequestTimeout((int) endpoint.patience().request().toMillis())
                .withRequestRetryBackoffLimit(0)
                .build();
        PlainHttpFactory factory = new PlainHttpFactory(
                TlsContext.of(endpoint.cluster(), endpoint.authority(), proof.certificate()), endpoint.proxy());
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(factory)
                .build();
    }

    private void closeClient() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeClient();
    }
}
