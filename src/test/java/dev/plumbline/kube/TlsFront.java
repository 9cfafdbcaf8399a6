package dev.plumbline.kube;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;

/** TLS before the Kubernetes API of a test: it ends the encryption, remembers who came, and passes the request on. */
final class TlsFront implements AutoCloseable {
    private final HttpsServer server;
    private final URI behind;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Visitor> visitors = new CopyOnWriteArrayList<>();

    /** Who came: the certificate's subject, the name asked for in TLS, and the headers. */
    record Visitor(String subject, String serverName, Headers headers) {}

    TlsFront(URI behind, TestCertificate own, TestCertificate trusted) throws IOException, GeneralSecurityException {
        this.behind = behind;
        SSLContext context = context(own.store(), trusted.store());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", this::handle);
        server.start();
    }

    private static SSLContext context(KeyStore own, KeyStore trusted) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, TestCertificate.PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "trusted", trusted.getCertificate(trusted.aliases().nextElement()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "https://localhost:" + port();
    }

    List<Visitor> visitors() {
        return visitors;
    }

    Visitor lastVisitor() {
        return visitors.get(visitors.size() - 1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        visitors.add(visitor((HttpsExchange) exchange));
        HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()));
        request.method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static Visitor visitor(HttpsExchange exchange) {
        SSLSession session = exchange.getSSLSession();
        String subject;
        try {
            subject = session.getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException anonymous) {
            subject = "";
        }
        String name = session instanceof ExtendedSSLSession extended
                        && !extended.getRequestedServerNames().isEmpty()
                ? extended.getRequestedServerNames().get(0).toString()
                : "";
        return new Visitor(subject, name, exchange.getRequestHeaders());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
