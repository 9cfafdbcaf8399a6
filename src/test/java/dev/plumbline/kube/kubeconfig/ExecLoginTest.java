package dev.plumbline.kube.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ExecLoginTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-18T12:00:00Z"), ZoneOffset.UTC);
    private static final ClusterEntry CLUSTER = new ClusterEntry("https://a:6443", "", null, false, "", "");

    @TempDir
    Path folder;

    private ExecLogin login(String script, Predicate<String> approved) {
        return login(script, approved, Duration.ofSeconds(20));
    }

    private ExecLogin login(String script, Predicate<String> approved, Duration patience) {
        ExecPlugin plugin = new ExecPlugin(
                ExecCredential.V1,
                "/bin/sh",
                List.of("-c", script),
                List.of(new ExecPlugin.Variable("FROM_CONFIG", "value")),
                "Never",
                true,
                "Install it from example.com.");
        ServerUrl server = ServerUrl.of(CLUSTER, UserEntry.NOBODY).orElseThrow();
        return new ExecLogin(plugin, CLUSTER, server, approved, NOON, patience);
    }

    private static String credential(String status) {
        return "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":"
                + status + "}'";
    }

    private int runs() throws IOException {
        Path counter = folder.resolve("runs");
        return Files.exists(counter) ? Files.readAllLines(counter).size() : 0;
    }

    private String counting() {
        return "echo run >> '" + folder.resolve("runs") + "'; ";
    }

    @Test
    void anUnapprovedProgramIsShownWithItsHashAndNeverRun() throws IOException {
        ExecLogin login = login(counting() + credential("{\"token\":\"t\"}"), hash -> false);
        assertThatThrownBy(() -> login.read(new CancelToken()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it has not been run")
                .hasMessageContaining("FROM_CONFIG=value /bin/sh -c")
                .hasMessageContaining("approve it by its SHA-256 ");
        assertThat(runs()).isZero();
    }

    @Test
    void anApprovedProgramIsRunOnceUntilItsTokenExpires() throws IOException {
        ExecLogin lasting = login(
                counting() + credential("{\"token\":\"t1\",\"expirationTimestamp\":\"2026-03-18T12:01:00Z\"}"),
                hash -> true);
        LoginProof proof = lasting.read(new CancelToken());
        assertThat(proof.authorization()).isEqualTo(new Secret("Bearer t1"));
        lasting.read(new CancelToken());
        assertThat(runs()).isEqualTo(1);
        ExecLogin expired = login(
                counting() + credential("{\"token\":\"t1\",\"expirationTimestamp\":\"2026-03-18T12:00:05Z\"}"),
                hash -> true);
        expired.read(new CancelToken());
        expired.read(new CancelToken());
        assertThat(runs()).isEqualTo(3);
    }

    @Test
    void aRefusedProofIsForgottenButANewerOneIsKept() throws IOException {
        ExecLogin login = login(counting() + credential("{\"token\":\"t\"}"), hash -> true);
        LoginProof first = login.read(new CancelToken());
        assertThat(login.renew(LoginProof.NOTHING)).isTrue();
        login.read(new CancelToken());
        assertThat(runs()).isEqualTo(1);
        assertThat(login.renew(first)).isTrue();
        login.read(new CancelToken());
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void theProgramSeesItsEnvironmentAndTheClusterAndNoInput() {
        String script = "test \"$FROM_CONFIG\" = value || exit 3; cat; case \"$KUBERNETES_EXEC_INFO\" in "
                + "*'\"interactive\":false'*'\"server\":\"https://a:6443\"'*) ;; *) exit 4;; esac; ";
        LoginProof proof = login(
                        script + credential("{\"clientCertificateData\":\"C\",\"clientKeyData\":\"K\"}"), hash -> true)
                .read(new CancelToken());
        assertThat(proof.certificate()).isEqualTo(new LoginProof.Certificate("C", new Secret("K")));
    }

    @Test
    void aFailingProgramIsQuotedWithItsExitCodeAndHint() {
        assertThatThrownBy(() -> login("echo 'session expired' >&2; exit 7", hash -> true)
                        .read(new CancelToken()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("exit code 7")
                .hasMessageContaining("session expired")
                .hasMessageContaining("Install it from example.com.");
    }

    @Test
    void malformedAnswersAreNamedAndNeverQuoted() {
        assertMalformed("echo 'canary-token'", "is not JSON");
        assertMalformed("echo '[]'", "is not a JSON object");
        assertMalformed("echo '{\"kind\":\"Secret\"}'", "is not an ExecCredential");
        assertMalformed(credential("{}"), "neither a token nor a client certificate");
        assertMalformed(credential("{\"clientKeyData\":\"canary-token\"}"), "only one of");
        assertMalformed(credential("{\"token\":5}"), "token that is not a text");
        assertMalformed(credential("{\"token\":\"canary-token\",\"expirationTimestamp\":\"soon\"}"), "RFC 3339");
        assertMalformed(
                "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\"}'",
                "speaks \"client.authentication.k8s.io/v1beta1\"");
    }

    private void assertMalformed(String script, String words) {
        assertThatThrownBy(() -> login(script, hash -> true).read(new CancelToken()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(words)
                .satisfies(refused -> assertThat(
                                ((ProblemException) refused).problem().answer())
                        .doesNotContain("canary-token"));
    }

    @Test
    void aProgramThatIsNotThereIsAProblem() {
        ExecPlugin plugin =
                new ExecPlugin(ExecCredential.V1, "/nowhere/login", List.of(), List.of(), "Never", false, "");
        ServerUrl server = ServerUrl.of(CLUSTER, UserEntry.NOBODY).orElseThrow();
        ExecLogin login = new ExecLogin(plugin, CLUSTER, server, hash -> true, NOON, Duration.ofSeconds(5));
        assertThatThrownBy(() -> login.read(new CancelToken()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("could not be started");
    }

    @Test
    void aProgramThatHangsIsStoppedWithItsChildren() {
        String marker = "97531.2468";
        assertThatThrownBy(() -> login("sleep " + marker + " & sleep " + marker, hash -> true, Duration.ofMillis(300))
                        .read(new CancelToken()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did not end within");
        assertThat(ProcessHandle.allProcesses().filter(process -> isAlive(process, marker)))
                .isEmpty();
    }

    private static boolean isAlive(ProcessHandle process, String marker) {
        return process.info()
                        .commandLine()
                        .filter(line -> line.contains(marker))
                        .isPresent()
                && process.isAlive();
    }

    @Test
    void cancellingStopsTheProgramAtOnce() {
        CancelToken cancel = new CancelToken();
        Path started = folder.resolve("started");
        ExecLogin login = login("echo > '" + started + "'; sleep 86420", hash -> true);
        CompletableFuture<LoginProof> reading = CompletableFuture.supplyAsync(() -> login.read(cancel));
        while (!Files.exists(started)) {
            Thread.onSpinWait();
        }
        long before = System.nanoTime();
        cancel.cancel();
        assertThatThrownBy(reading::join).hasCauseInstanceOf(Cancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
}
