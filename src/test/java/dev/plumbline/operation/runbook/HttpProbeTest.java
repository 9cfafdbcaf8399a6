package dev.plumbline.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.operation.runbook.HttpProbe.Answer;
import dev.plumbline.operation.runbook.HttpProbe.Request;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProbeTest {
    private static final CancelToken GO = new CancelToken();
    private final HttpProbe probe = new HttpProbe(Duration.ofSeconds(20));
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Token") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=ISO-8859-1");
            exchange.getResponseHeaders().set("Location", "http://elsewhere.invalid/");
            byte[] body = "größer".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 4096; i++) {
                    out.write(part);
                }
            } catch (IOException hungUp) {
                seen.add("hung up");
            }
        });
        server.createContext("/never", exchange -> {
            asked.countDown();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private Request request(String path) {
        return new Request("GET", "http://127.0.0.1:" + server.getAddress().getPort() + path, Map.of(), "");
    }

    private Problem problem(HttpProbe by, Request request) {
        return catchThrowableOfType(ProblemException.class, () -> by.send(request, GO))
                .problem();
    }

    @Test
    void theAnswerIsGivenAsItIsRedirectsIncluded() {
        Request post =
                new Request("post", request("/p?q=1").url(), Map.of("X-Token", new Secret("canary")), "{\"a\":1}");
        Answer answer = probe.send(post, GO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("größer");
        assertThat(answer.headers()).containsEntry("content-type", "text/plain; charset=ISO-8859-1");
        assertThat(answer.took()).isPositive();
        assertThat(seen).containsExactly("POST /p?q=1 canary {\"a\":1}");
        assertThat(post.toString()).doesNotContain("canary", "q=1", "\"a\"");
        assertThat(probe.send(request("/moved"), GO).status()).isEqualTo(302);
        assertThat(seen).hasSize(2);
    }

    @Test
    void aBodyEndsAtAMegabyte() {
        Answer answer = probe.send(request("/large"), GO);
        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(1024 * 1024);
    }

    @Test
    void waitingEndsWithTheTimeoutAndWithACancel() throws InterruptedException {
        assertThat(problem(new HttpProbe(Duration.ofMillis(300)), request("/never"))
                        .code())
                .isEqualTo("HTTP-TIMEOUT");
        CancelToken cancel = new CancelToken();
        Thread canceller = new Thread(() -> {
            try {
                asked.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            cancel.cancel();
        });
        canceller.start();
        assertThatThrownBy(() -> probe.send(request("/never"), cancel)).isInstanceOf(Cancelled.class);
        canceller.join();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws IOException {
        try (KubeApi secure = KubeApi.startSecure()) {
            Problem problem = problem(probe, new Request("GET", secure.url() + "/version", Map.of(), ""));
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TLS);
        }
    }

    @Test
    void whatCannotBeSentIsToldWithoutWhatIsSecret() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(problem(probe, new Request("GET", "http://127.0.0.1:" + closed, Map.of(), ""))
                        .code())
                .isEqualTo("HTTP-UNREACHABLE");
        for (Request refused : List.of(
                new Request("GET", "ftp://h/", Map.of(), ""),
                new Request("GET", "http://u:canary@h/", Map.of(), ""),
                new Request("GET", "http://h/ x", Map.of(), ""),
                new Request("G T", "http://h/", Map.of(), ""),
                new Request("GET", "http://h/", Map.of("Host", new Secret("canary")), ""),
                new Request("GET", "http://h/", Map.of("X-Token", new Secret("canary\n")), ""))) {
            Problem problem = problem(probe, refused);
            assertThat(problem.code()).isEqualTo("HTTP-REQUEST");
            assertThat(problem.message()).doesNotContain("canary").endsWith("Nothing was sent.");
        }
    }
}
