package dev.plumbline.kube;

import static dev.plumbline.kube.KubeClusterTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.sandbox.kubeapi.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadNightsTest {
    private static final String BILLING = "/databases/billing";

    @TempDir
    Path folder;

    private OneCluster one;

    @BeforeEach
    void serve() throws IOException {
        one = OneCluster.start(folder);
        one.billing();
        one.api.forgetRequests();
    }

    @AfterEach
    void stop() {
        one.close();
    }

    private long asked() {
        return one.api.requests().stream()
                .filter(request -> request.contains(BILLING))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequest, INVALID, 1",
        "401, Unauthorized, AUTHENTICATION, 1",
        "403, Forbidden, FORBIDDEN, 1",
        "404, NotFound, NOT_FOUND, 1",
        "409, Conflict, CONFLICT, 1",
        "410, Expired, CONFLICT, 1",
        "422, Invalid, INVALID, 1",
        "500, InternalError, SERVER, 5",
        "503, ServiceUnavailable, SERVER, 5",
        "504, Timeout, TIMED_OUT, 5",
        "302, , SERVER, 1"
    })
    void everyRefusalNamesObjectStatusReasonAndTheServersWords(int code, String reason, Problem.Kind kind, int tries) {
        one.api
                .faults()
                .next(99, "GET", BILLING, Fault.status(code, reason == null ? "" : reason, "because of reasons"));
        assertProblem(
                one::billing,
                kind,
                "KUBE-" + code,
                "read Database team-a/billing of context one: the API server answered HTTP " + code,
                reason == null ? "" : reason,
                "because of reasons.");
        assertThat(asked()).isEqualTo(tries);
    }

    @Test
    void aReadIsRepeatedUntilTheServerHasRecovered() {
        one.api.faults().next(3, "GET", BILLING, Fault.status(503, "ServiceUnavailable", "starting"));
        one.api.faults().next(1, "GET", BILLING, Fault.cutBody());
        assertThat(one.billing().statusPhase()).isEqualTo("Ready");
        assertThat(asked()).isEqualTo(5);
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSays() {
        one.api.faults().next(1, "GET", BILLING, Fault.tooManyRequests(1));
        long before = System.nanoTime();
        assertThat(one.billing().statusPhase()).isEqualTo("Ready");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(990));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aServerThatIsBusyForTooLongIsAProblemAtOnce() {
        one.api.faults().next(9, "GET", BILLING, Fault.tooManyRequests(3600));
        assertProblem(one::billing, Problem.Kind.SERVER, "KUBE-429", "try again later");
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void anAnswerThatDripsForeverEndsWithThePatience() {
        one.api.faults().next(1, "GET", BILLING, Fault.slow(Duration.ofMillis(50), 200));
        long before = System.nanoTime();
        assertProblem(one::billing, Problem.Kind.TIMED_OUT, "KUBE-TIMEOUT", "no whole answer within 1 s", "Try again.");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aPageInPlaceOfJsonAndABrokenAnswerAreSaid() {
        one.api.faults().next(1, "GET", BILLING, Fault.html());
        assertProblem(
                one::billing,
                Problem.Kind.SERVER,
                "KUBE-ANSWER",
                "HTML page instead of JSON; a login page or a proxy may stand before it",
                one.api.url().toString());
        one.api.faults().next(1, "GET", BILLING, Fault.truncatedJson());
        assertProblem(
                one::billing,
                Problem.Kind.SERVER,
                "KUBE-ANSWER",
                "its answer is not whole JSON (it goes wrong at byte ");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aConnectionThatBreaksEveryTimeIsAProblem() {
        one.api.faults().next(99, "GET", BILLING, Fault.dropped());
        assertProblem(
                one::billing,
                Problem.Kind.CONNECTION_LOST,
                "KUBE-LOST",
                "broke before the whole answer came",
                "Try again.");
    }

    @Test
    void aServerThatIsGoneIsAProblemUntilItIsBack() throws IOException {
        one.api.goAway();
        assertProblem(
                one::billing,
                Problem.Kind.UNREACHABLE,
                "KUBE-UNREACHABLE",
                "no connection to " + one.api.url(),
                "Check the network, VPN or proxy, and that the API server runs.");
        one.api.comeBack();
        assertThat(one.billing().statusPhase()).isEqualTo("Ready");
    }

    @Test
    void anUnknownHostIsAProblemAtOnce() throws IOException {
        try (KubeContexts contexts = OneCluster.contexts(folder, "https://nowhere.invalid:6443", "")) {
            assertProblem(
                    () -> contexts.open("one").readServerVersion(),
                    Problem.Kind.UNREACHABLE,
                    "KUBE-UNREACHABLE",
                    "no connection to https://nowhere.invalid:6443 (unknown host)");
        }
    }

    @Test
    void somethingThatDoesNotSpeakHttpIsAProblem() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                KubeContexts contexts = OneCluster.contexts(folder, "http://127.0.0.1:" + silent.getLocalPort(), "")) {
            assertProblem(() -> contexts.open("one").readServerVersion(), Problem.Kind.TIMED_OUT, "KUBE-TIMEOUT");
        }
    }

    @Test
    void severalContextsAreOpenAtOnceAndEachIsOpenedOnce() throws IOException {
        try (OneCluster other = OneCluster.start(folder)) {
            other.api.load("{apiVersion: dbops.dbprovision.io/v1alpha1, kind: Database, metadata: {name: billing,"
                    + " namespace: team-a}, spec: {name: other, instanceRef: {name: i}}}");
            assertThat(other.billing().databaseName()).isEqualTo("other");
            assertThat(one.billing().databaseName()).isEqualTo("billing");
            assertThat(other.contexts.open("one")).isSameAs(other.cluster);
        }
    }
}
