package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kubernetes API on loopback that kubectl and the Kubernetes client can use. It holds what is loaded into it and what its clients write;
 * a CustomResourceDefinition makes its kind known. Closing it ends every watch.
 */
public final class KubeApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KubeApi.class);
    private static final int KEPT_REQUESTS = 1000;
    private static final int WAITING_CONNECTIONS = 64;
    private final ObjectStore store = new ObjectStore();
    private final KindRegistry kinds = new KindRegistry();
    private final AccessRules access = new AccessRules();
    private final Faults faults = new Faults();
    private final Router router = new Router(store, kinds, access);
    private final Manifests manifests = new Manifests(store, kinds);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService workers = Executors.newCachedThreadPool(this::thread);
    private final Optional<LoopbackCertificate> certificate;
    private HttpServer server;
    private final int port;

    private KubeApi(Optional<LoopbackCertificate> certificate) throws IOException {
        this.certificate = certificate;
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        server = listen(0);
        port = server.getAddress().getPort();
        manifests.load("""
                {apiVersion: v1, kind: Namespace, metadata: {name: default}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: kube-system}}
                """);
    }

    public static KubeApi start() throws IOException {
        return new KubeApi(Optional.empty());
    }

    /** Over TLS, with a certificate of its own. */
    public static KubeApi startSecure() throws IOException {
        return new KubeApi(Optional.of(new LoopbackCertificate()));
    }

    public URI url() {
        return URI.create((certificate.isPresent() ? "https" : "http") + "://127.0.0.1:" + port);
    }

    /** What a client must trust, as PEM text; empty without TLS. */
    public Optional<String> certificate() throws IOException {
        return certificate.isPresent() ? Optional.of(certificate.get().pem()) : Optional.empty();
    }

    public AccessRules access() {
        return access;
    }

    public Faults faults() {
        return faults;
    }

    /** Stores every object of the YAML documents, over what is there, status included, as if an administrator and the operator had written it. */
    public KubeApi load(String yaml) {
        manifests.load(yaml);
        return this;
    }

    /** A copy of one object; the resource is a plural, with its group when that is needed; the namespace is empty where there is none. */
    public Optional<ObjectNode> find(String resource, String namespace, String name) {
        return kinds.of(resource)
                .flatMap(kind -> store.find(kind, namespace, name))
                .map(found -> found.json().deepCopy());
    }

    /** Copies of all objects of a resource; an empty namespace means all. */
    public List<ObjectNode> list(String resource, String namespace) {
        ResourceKind kind = kinds.of(resource).orElseThrow();
        return store.list(kind, namespace, json -> true, Optional.empty(), 0).objects().stream()
                .map(found -> found.json().deepCopy())
                .toList();
    }

    /** Changes an object, status included, as its controller would; does nothing when it is gone. */
    public void change(String resource, String namespace, String name, UnaryOperator<ObjectNode> change) {
        ResourceKind kind = kinds.of(resource).orElseThrow();
        if (store.find(kind, namespace, name).isPresent()) {
            store.update(kind, namespace, name, change);
        }
    }

    /** Hears of every object of a resource that is made or changed from now on, while it is being written: it must only hand the copy on. */
    public Closeable watch(String resource, Consumer<ObjectNode> watcher) {
        ResourceKind kind = kinds.of(resource).orElseThrow();
        return store.watch(kind, "", store.version(), change -> {
            if (!change.gone()) {
                watcher.accept(change.after().deepCopy());
            }
        })::close;
    }

    /** The latest requests, oldest first, as method, blank, path and query. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void forgetRequests() {
        requests.clear();
    }

    /** The whole API is gone: connections end and new ones are refused, until {@link #comeBack}. */
    public synchronized void goAway() {
        server.stop(0);
    }

    /** Serves again on the same port, with everything it held. */
    public synchronized void comeBack() throws IOException {
        server = listen(port);
    }

    @Override
    public synchronized void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private HttpServer listen(int wanted) throws IOException {
        HttpServer listening = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        listening.setExecutor(workers);
        listening.createContext("/", this::handle);
        listening.start();
        return listening;
    }

    private HttpServer create(InetSocketAddress address) throws IOException {
        if (certificate.isEmpty()) {
            return HttpServer.create(address, WAITING_CONNECTIONS);
        }
        HttpsServer secure = HttpsServer.create(address, WAITING_CONNECTIONS);
        secure.setHttpsConfigurator(new HttpsConfigurator(certificate.get().context()));
        return secure;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kube-api-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** A failure that is thrown on ends the connection: that is how the server of the JDK treats it. */
    private void handle(HttpExchange exchange) throws IOException {
        remember(exchange);
        Optional<Fault> fault = faults.take(
                exchange.getRequestMethod(), exchange.getRequestURI().toString());
        if (fault.isEmpty() || !fault.get().answer(exchange)) {
            answer(exchange);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            router.route(ApiRequest.of(exchange)).send(exchange);
        } catch (ApiFailure failure) {
            Answer.json(failure.code(), failure.status()).send(exchange);
        } catch (RuntimeException defect) {
            LOG.warn("{} {}", exchange.getRequestMethod(), exchange.getRequestURI(), defect);
            throw defect;
        }
    }

    private void remember(HttpExchange exchange) {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        if (requests.size() > KEPT_REQUESTS) {
            requests.remove(0);
        }
    }
}
