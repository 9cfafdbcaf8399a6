package dev.plumbline.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PortForwardsTest {
    private static final String SAMPLE = """
            apiVersion: v1
            kind: Pod
            metadata: {name: db-0, labels: {app: db}}
            spec: {containers: [{name: app, ports: [{name: web, containerPort: 8080}]}]}
            status: {phase: Pending}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db-1, labels: {app: db}}
            spec: {containers: [{name: app, ports: [{name: web, containerPort: 8080}]}]}
            status: {phase: Running, conditions: [{type: Ready, status: "True"}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {selector: {app: db}, ports: [{port: 80, targetPort: web}, {port: 81, targetPort: 9}, {port: 82, targetPort: nope}]}
            """;

    @TempDir
    Path folder;

    private KubeApi api;
    private HttpServer pod;

    @BeforeEach
    void serve() throws IOException {
        api = KubeApi.start().load(SAMPLE);
        pod = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        pod.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        pod.start();
    }

    @AfterEach
    void stop() {
        pod.stop(0);
        api.close();
    }

    private KubeContexts contexts(PortForwardFront front) throws IOException {
        Path file = Files.writeString(folder.resolve("kubeconfig"), """
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: canary}}]
                contexts: [{name: one, context: {cluster: c, user: u}}]
                """.formatted(front.url()));
        return KubeContexts.read(Optional.of(file), Map.of(), folder, hash -> true, Clock.systemUTC());
    }

    private static HttpProbe.Answer post(int port, String body) {
        HttpProbe.Request request =
                new HttpProbe.Request("POST", "http://127.0.0.1:" + port + "/", Map.of("X-A", new Secret("b")), body);
        return new HttpProbe(Duration.ofSeconds(30)).send(request, new CancelToken());
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    @Test
    void whatIsSentThroughTheForwardComesBackWholeUntilItIsClosed() throws IOException {
        try (PortForwardFront front =
                        new PortForwardFront(api.url(), pod.getAddress().getPort(), Optional.empty());
                KubeContexts contexts = contexts(front)) {
            PortForwards forwards = new PortForwards(() -> contexts);
            CancelToken cancel = new CancelToken();
            String large = "0123456789".repeat(60_000);
            try (PortForward forward = forwards.open("one", "service", "", "db", "", 80, cancel)) {
                assertThat(forward.shown()).isEqualTo("port 8080 of Pod default/db-1 of context one");
                assertThat(post(forward.localPort(), large).body()).isEqualTo(large);
                assertThat(post(forward.localPort(), "again").body()).isEqualTo("again");
                assertThat(forward.trouble()).isEmpty();
                assertThat(front.heads())
                        .hasSize(2)
                        .allMatch(head -> head.contains("Authorization: Bearer canary")
                                && head.contains("Sec-WebSocket-Protocol: v4.channel.k8s.io"));
                int port = forward.localPort();
                cancel.cancel();
                assertThat(problem(() -> post(port, "x")).code()).isEqualTo("HTTP-UNREACHABLE");
            }
        }
    }

    /** The server of this test is held to what another client of the protocol does with it. */
    @Test
    void anotherClientGetsTheSameThroughTheServerOfThisTest() throws IOException {
        try (PortForwardFront front =
                        new PortForwardFront(api.url(), pod.getAddress().getPort(), Optional.empty());
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(Config.empty())
                                .withMasterUrl(front.url())
                                .build())
                        .build();
                LocalPortForward forward =
                        client.pods().inNamespace("default").withName("db-1").portForward(8080)) {
            assertThat(post(forward.getLocalPort(), "as we do").body()).isEqualTo("as we do");
        }
    }

    @Test
    void aPortThatIsClosedInThePodIsTold() throws IOException {
        try (PortForwardFront front =
                        new PortForwardFront(api.url(), pod.getAddress().getPort(), Optional.empty());
                KubeContexts contexts = contexts(front);
                PortForward forward =
                        new PortForwards(() -> contexts).open("one", "svc", "", "db", "", 81, new CancelToken())) {
            assertThat(problem(() -> post(forward.localPort(), "x")).code()).isEqualTo("HTTP-LOST");
            assertThat(forward.trouble()).contains("error forwarding port 9: connection refused");
        }
    }

    @Test
    void aRefusalOfTheApiServerIsTold() throws IOException {
        try (PortForwardFront front =
                        new PortForwardFront(api.url(), pod.getAddress().getPort(), Optional.of("403 Forbidden"));
                KubeContexts contexts = contexts(front);
                PortForward forward =
                        new PortForwards(() -> contexts).open("one", "", "", "", "app=db", 8080, new CancelToken())) {
            assertThat(problem(() -> post(forward.localPort(), "x")).code()).isEqualTo("HTTP-LOST");
            assertThat(forward.trouble().orElseThrow())
                    .contains("port 8080 of Pod default/db-1")
                    .contains("HTTP 403");
        }
    }

    @Test
    void whereNothingRunsNothingIsOpened() throws IOException {
        try (PortForwardFront front =
                        new PortForwardFront(api.url(), pod.getAddress().getPort(), Optional.empty());
                KubeContexts contexts = contexts(front)) {
            PortForwards forwards = new PortForwards(() -> contexts);
            CancelToken go = new CancelToken();
            assertThat(problem(() -> forwards.open("one", "pod", "", "db-0", "", 1, go))
                            .answer())
                    .isEqualTo("none of its 1 pods is running.");
            assertThat(problem(() -> forwards.open("one", "pod", "", "", "app=none", 1, go))
                            .answer())
                    .isEqualTo("it has no pods.");
            assertThat(problem(() -> forwards.open("one", "svc", "", "db", "", 82, go))
                            .answer())
                    .contains("named nope");
            assertThat(problem(() -> forwards.open("one", "svc", "", "db", "", 83, go))
                            .answer())
                    .contains("no port 83");
            assertThat(problem(() -> forwards.open("one", "pod", "", "gone", "", 1, go))
                            .code())
                    .isEqualTo("KUBE-404");
        }
    }
}
