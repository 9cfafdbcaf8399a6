package dev.plumbline.kube.api;

import dev.plumbline.job.Cancelled;
import dev.plumbline.kube.kubeconfig.LoginProof;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The HTTP client to one API server, made when first needed and made anew when the login's client certificate changes. */
final class HttpSession implements AutoCloseable {
    private final ApiEndpoint endpoint;
    private @Nullable HttpClient client;
    private LoginProof.@Nullable Certificate certificate;
    private boolean closed;

    HttpSession(ApiEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** @throws Cancelled when the session is closed: whoever closed it wanted all its work to stop */
    synchronized HttpClient client(LoginProof proof) {
        if (closed) {
            throw new Cancelled();
        }
        HttpClient open = client;
        if (open == null || !Objects.equals(certificate, proof.certificate())) {
            closeClient();
            open = make(proof);
            client = open;
            certificate = proof.certificate();
        }
        return open;
    }

    private HttpClient make(LoginProof proof) {
        SSLContext tls = endpoint.server().isEncrypted()
                ? TlsContext.of(endpoint.cluster(), endpoint.authority(), proof.certificate())
                : TlsContext.unused();
        return new PlainHttpFactory(tls).client(endpoint.patience().connect(), endpoint.proxy());
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
