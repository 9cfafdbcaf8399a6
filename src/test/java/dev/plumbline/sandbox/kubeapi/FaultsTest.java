package dev.plumbline.sandbox.kubeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private KubeApi api;

    @BeforeEach
    void serve() throws IOException {
        api = KubeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(api.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theNextRequestsThatMatchGetTheFaultAndLaterOnesDoNot() throws Exception {
        api.faults().next(2, "GET", "^/api/v1/namespaces", Fault.status(503, "ServiceUnavailable", "busy"));
        assertThat(get("/version").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/namespaces").statusCode()).isEqualTo(503);
        assertThat(get("/api/v1/namespaces/default").body()).contains("\"message\":\"busy\"");
        assertThat(get("/api/v1/namespaces").statusCode()).isEqualTo(200);
        assertThat(api.requests()).contains("GET /api/v1/namespaces/default");
    }

    @Test
    void everyKindOfFaultIsWhatItSays() throws Exception {
        api.faults()
                .next(1, "", "", Fault.tooManyRequests(3))
                .next(1, "", "", Fault.html())
                .next(1, "", "", Fault.truncatedJson())
                .next(1, "", "", Fault.slow(Duration.ofMillis(5), 3));
        assertThat(get("/version").headers().firstValue("Retry-After")).contains("3");
        assertThat(get("/version").body()).startsWith("<!DOCTYPE html>");
        assertThat(get("/version").body()).endsWith("\"na");
        assertThat(get("/version").body()).isEqualTo("   ");
        api.faults().next(3, "", "", Fault.cutBody());
        assertThatThrownBy(() -> get("/version")).isInstanceOf(IOException.class);
        api.faults().clear();
        api.faults().next(9, "", "", Fault.dropped());
        assertThatThrownBy(() -> get("/version")).isInstanceOf(IOException.class);
        api.faults().clear();
        assertThat(get("/version").statusCode()).isEqualTo(200);
    }

    @Test
    void somethingMayHappenJustBeforeARequestIsAnswered() throws Exception {
        AtomicInteger happened = new AtomicInteger();
        api.faults().next(1, "", "/version", Fault.after(happened::incrementAndGet));
        assertThat(get("/version").statusCode()).isEqualTo(200);
        assertThat(happened).hasValue(1);
    }

    @Test
    void theWholeApiGoesAwayAndComesBackWithWhatItHeld() throws Exception {
        api.goAway();
        assertThatThrownBy(() -> get("/version")).isInstanceOf(IOException.class);
        api.comeBack();
        assertThat(get("/api/v1/namespaces/kube-system").statusCode()).isEqualTo(200);
    }

    @Test
    void aWatchFromForgottenTimesIsToldToListAgain() throws Exception {
        for (int i = 0; i < 2100; i++) {
            api.load("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}, data: {n: '%d'}}"
                    .formatted(i));
        }
        assertThat(get("/api/v1/configmaps?watch=true&resourceVersion=1001&timeoutSeconds=5")
                        .body())
                .contains("\"type\":\"ERROR\"", "\"code\":410", "too old resource version");
    }
}
