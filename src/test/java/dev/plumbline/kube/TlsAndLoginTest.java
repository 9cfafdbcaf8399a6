package dev.plumbline.kube;

import static dev.plumbline.kube.KubeClusterTest.assertProblem;
import static dev.plumbline.kube.TestCertificate.base64;
import static dev.plumbline.kube.TestCertificate.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.kube.api.ApiEndpoint;
import dev.plumbline.kube.kubeconfig.Kubeconfig;
import dev.plumbline.kube.kubeconfig.KubeconfigFiles;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsAndLoginTest {
    @TempDir
    Path folder;

    private KubeApi api;
    private TestCertificate server;
    private TestCertificate ada;
    private TlsFront front;

    @BeforeAll
    void serve(@TempDir Path keys) throws IOException, GeneralSecurityException {
        server = TestCertificate.make(keys, "server", "-keyalg", "EC", "-ext", "san=dns:localhost");
        ada = TestCertificate.make(keys, "ada", "-keyalg", "RSA", "-keysize", "2048");
        api = KubeApi.start();
        front = new TlsFront(api.url(), server, ada);
    }

    @AfterAll
    void stop() {
        front.close();
        api.close();
    }

    @AfterEach
    void admitEverybodyAgain() {
        api.access().admit("admin", "ada", wish -> true).admit("", "anonymous", wish -> true);
        front.visitors().clear();
    }

    private KubeContexts contexts(String url, String cluster, String user, Predicate<String> approved)
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("kubeconfig"),
                "clusters:\n- name: c\n  cluster: {server: '" + url + "'" + (cluster.isEmpty() ? "" : ", " + cluster)
                        + "}\nusers:\n- name: u\n  user: {" + user
                        + "}\ncontexts:\n- name: one\n  context: {cluster: c, user: u}\n");
        return new KubeContexts(
                Kubeconfig.read(new KubeconfigFiles(List.of(file), true)),
                new ClusterOpening(Map.of(), approved, Clock.systemUTC(), ApiEndpoint.Patience.USUAL),
                approved);
    }

    private String version(String url, String cluster, String user) throws IOException {
        try (KubeContexts contexts = contexts(url, cluster, user, hash -> true)) {
            return contexts.open("one").readServerVersion();
        }
    }

    private String version(String user) throws IOException, GeneralSecurityException {
        return version(front.url(), trustingServer(), user);
    }

    private String trustingServer() throws GeneralSecurityException {
        return "certificate-authority-data: " + base64(server.pem());
    }

    @Test
    void theKubeconfigsOwnAuthorityIsTrustedAsDataAndAsAFile() throws IOException, GeneralSecurityException {
        assertThat(version("token: admin")).startsWith("v1.");
        assertThat(front.lastVisitor().headers().getFirst("Authorization")).isEqualTo("Bearer admin");
        Files.writeString(folder.resolve("ca.pem"), "# comment\n" + ada.pem() + server.pem());
        assertThat(version(front.url(), "certificate-authority: ca.pem", "token: admin"))
                .startsWith("v1.");
    }

    @Test
    void theIdentityHoldsTheAuthoritysFingerprint() throws IOException, GeneralSecurityException {
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(server.encoded()));
        try (KubeContexts contexts = contexts(front.url(), trustingServer(), "token: admin", hash -> true)) {
            assertThat(contexts.open("one").identity())
                    .startsWith(front.url() + " ca sha256:" + digest + " kube-system ");
        }
        try (KubeContexts contexts =
                contexts(front.url(), "insecure-skip-tls-verify: true", "token: admin", hash -> true)) {
            assertThat(contexts.open("one").identity()).contains(" ca none (not checked) ");
            assertThat(contexts.list())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.insecure()).isTrue());
        }
    }

    @Test
    void anotherAuthorityIsNotTrustedThoughTheComputerMayKnowTheServer() throws GeneralSecurityException {
        String other = "certificate-authority-data: " + base64(ada.pem());
        for (String cluster : List.of(other, "")) {
            assertProblem(
                    () -> version(front.url(), cluster, "token: admin"),
                    Problem.Kind.TLS,
                    "KUBE-TLS",
                    "no trusted connection to " + front.url(),
                    "its certificate is not signed by the certificate authority of the kubeconfig");
        }
        assertThat(front.visitors()).isEmpty();
    }

    @Test
    void anAuthorityThatCannotBeReadStopsEverything() {
        assertProblem(
                () -> version(front.url(), "certificate-authority-data: bm9uZQ==", "token: admin"),
                Problem.Kind.TLS,
                "KUBE-TLS",
                "certificate-authority-data");
        assertThat(front.visitors()).isEmpty();
    }

    @Test
    void aServerNamedOtherwiseIsRefusedUnlessTheKubeconfigSaysItsName() throws IOException, GeneralSecurityException {
        TestCertificate inner =
                TestCertificate.make(folder, "inner", "-keyalg", "EC", "-ext", "san=dns:kubernetes.internal");
        try (TlsFront renamed = new TlsFront(api.url(), inner, ada)) {
            String trusting = "certificate-authority-data: " + base64(inner.pem());
            assertProblem(
                    () -> version(renamed.url(), trusting, "token: admin"),
                    Problem.Kind.TLS,
                    "KUBE-TLS",
                    "its certificate is for another host");
            String naming = trusting + ", tls-server-name: kubernetes.internal";
            assertThat(version(renamed.url(), naming, "token: admin")).startsWith("v1.");
            assertThat(renamed.lastVisitor().serverName()).contains("kubernetes.internal");
            assertThat(version("https://127.0.0.1:" + renamed.port(), naming, "token: admin"))
                    .startsWith("v1.");
            assertProblem(
                    () -> version(renamed.url(), trusting + ", tls-server-name: localhost", "token: admin"),
                    Problem.Kind.TLS,
                    "KUBE-TLS",
                    "another host");
        }
    }

    @Test
    void anExpiredCertificateIsSaid() throws IOException, GeneralSecurityException {
        TestCertificate old = TestCertificate.makeSigned(
                folder, "old", "-keyalg", "EC", "-ext", "san=dns:localhost", "-startdate", "-2y", "-validity", "30");
        String authority = base64(old.takeAuthority());
        try (TlsFront expired = new TlsFront(api.url(), old, ada)) {
            assertProblem(
                    () -> version(expired.url(), "certificate-authority-data: " + authority, "token: admin"),
                    Problem.Kind.TLS,
                    "KUBE-TLS",
                    "its certificate has expired");
        }
    }

    @Test
    void aClientCertificateLogsInWithAKeyInAnyUsualForm() throws IOException, GeneralSecurityException {
        byte[] key = ada.key();
        byte[] pkcs1 = Arrays.copyOfRange(key, 26, key.length);
        Files.writeString(folder.resolve("ada.pem"), ada.pem());
        for (String text : List.of(pem("PRIVATE KEY", key), pem("RSA PRIVATE KEY", pkcs1))) {
            front.visitors().clear();
            Files.writeString(folder.resolve("ada.key"), text);
            assertThat(version("client-certificate: ada.pem, client-key-data: " + base64(text)))
                    .startsWith("v1.");
            assertThat(version("client-certificate-data: " + base64(ada.pem()) + ", client-key: ada.key"))
                    .startsWith("v1.");
            assertThat(front.visitors())
                    .hasSize(2)
                    .allSatisfy(visitor -> assertThat(visitor.subject()).isEqualTo("CN=ada"));
        }
    }

    @Test
    void anEllipticKeyLogsInTooWithItsParametersBeforeIt() throws IOException, GeneralSecurityException {
        TestCertificate eve = TestCertificate.make(folder, "eve", "-keyalg", "EC", "-groupname", "secp256r1");
        try (TlsFront trustingEve = new TlsFront(api.url(), server, eve)) {
            byte[] secret = ((java.security.interfaces.ECPrivateKey) eve.store().getKey("it", TestCertificate.PASSWORD))
                    .getS()
                    .toByteArray();
            String sec1 = pem("EC PARAMETERS", HexFormat.of().parseHex("06082a8648ce3d030107"))
                    + pem("EC PRIVATE KEY", sec1(secret));
            for (String text : List.of(pem("PRIVATE KEY", eve.key()), sec1)) {
                version(
                        trustingEve.url(),
                        trustingServer(),
                        "client-certificate-data: " + base64(eve.pem()) + ", client-key-data: " + base64(text));
                assertThat(trustingEve.lastVisitor().subject()).isEqualTo("CN=eve");
            }
        }
    }

    /** RFC 5915: version 1, the private key in 32 bytes, the curve prime256v1. */
    private static byte[] sec1(byte[] secret) {
        byte[] key = new byte[51];
        System.arraycopy(HexFormat.of().parseHex("30310201010420"), 0, key, 0, 7);
        int from = Math.max(secret.length - 32, 0);
        System.arraycopy(secret, from, key, 7 + 32 - (secret.length - from), secret.length - from);
        System.arraycopy(HexFormat.of().parseHex("a00a06082a8648ce3d030107"), 0, key, 39, 12);
        return key;
    }

    @Test
    void aKeyThatIsNoneIsAProblemThatDoesNotShowIt() throws GeneralSecurityException {
        String certificate = "client-certificate-data: " + base64(ada.pem()) + ", client-key-data: ";
        for (String key : List.of("canary", "-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----")) {
            assertThatThrownBy(() -> version(certificate + base64(key)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("client")
                    .hasMessageContaining("PEM")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void aPasswordAndAnImpersonationAreSent() throws IOException, GeneralSecurityException {
        api.access().admit("", "anonymous", wish -> true);
        assertThatThrownBy(() -> version("username: me, password: 'p:w', as: bob, as-uid: '7', as-groups: [g, h],"
                        + " as-user-extra: {scopes/x: [a, b]}"))
                .isInstanceOf(ProblemException.class);
        TlsFront.Visitor visitor = front.lastVisitor();
        assertThat(visitor.headers().getFirst("Authorization")).isEqualTo("Basic " + base64("me:p:w"));
        assertThat(visitor.headers().getFirst("Impersonate-User")).isEqualTo("bob");
        assertThat(visitor.headers().getFirst("Impersonate-Uid")).isEqualTo("7");
        assertThat(visitor.headers().get("Impersonate-Group")).containsExactly("g", "h");
        assertThat(visitor.headers().get("Impersonate-Extra-scopes%2Fx")).containsExactly("a", "b");
    }

    @Test
    void aTokenFileIsReadAnewForEveryRequest() throws IOException, GeneralSecurityException {
        Path token = Files.writeString(folder.resolve("token"), "admin\n");
        try (KubeContexts contexts = contexts(front.url(), trustingServer(), "tokenFile: token", hash -> true)) {
            KubeCluster cluster = contexts.open("one");
            cluster.readServerVersion();
            Files.writeString(token, "rotated\n");
            api.access().admit("rotated", "ada", wish -> true);
            cluster.readServerVersion();
        }
        assertThat(front.visitors())
                .extracting(visitor -> visitor.headers().getFirst("Authorization"))
                .containsExactly("Bearer admin", "Bearer rotated");
    }

    @Test
    void theServerIsReachedThroughTheProxyOfTheKubeconfig() throws IOException, GeneralSecurityException {
        try (ConnectProxy proxy = new ConnectProxy("200 Connection established")) {
            String through = trustingServer() + ", proxy-url: 'http://127.0.0.1:" + proxy.port() + "'";
            assertThat(version(front.url(), through, "token: admin")).startsWith("v1.");
            assertThat(proxy.asked()).containsExactly("CONNECT localhost:" + front.port() + " HTTP/1.1");
        }
        try (ConnectProxy proxy = new ConnectProxy("403 Forbidden")) {
            String through = trustingServer() + ", proxy-url: 'http://127.0.0.1:" + proxy.port() + "'";
            assertThatThrownBy(() -> version(front.url(), through, "token: admin"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("403");
        }
    }

    @Test
    void aTokenThatCannotBeSentIsAProblemThatDoesNotShowIt() {
        assertThatThrownBy(() -> version("token: \"canary\\nX: y\""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be sent")
                .hasMessageNotContaining("canary");
        assertThat(front.visitors()).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLoginProgramIsRunAgainWhenItsTokenIsRefused() throws IOException, GeneralSecurityException {
        Path token = Files.writeString(folder.resolve("login-token"), "first");
        api.access().admit("first", "ada", wish -> true).admit("second", "ada", wish -> true);
        try (KubeContexts contexts = contexts(front.url(), trustingServer(), program(token), hash -> true)) {
            KubeCluster cluster = contexts.open("one");
            cluster.identity();
            api.access().revoke("first");
            Files.writeString(token, "second");
            cluster.identity();
            api.access().revoke("second");
            assertProblem(cluster::identity, Problem.Kind.AUTHENTICATION, "KUBE-401");
        }
        assertThat(front.visitors())
                .extracting(visitor -> visitor.headers().getFirst("Authorization"))
                .containsExactly("Bearer first", "Bearer first", "Bearer second", "Bearer second", "Bearer second");
    }

    private static String program(Path token) {
        return "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: /bin/sh, args: [-c, \""
                + "echo '{\\\"apiVersion\\\":\\\"client.authentication.k8s.io/v1\\\",\\\"kind\\\":\\\"ExecCredential\\\","
                + "\\\"status\\\":{\\\"token\\\":\\\"'$(cat " + token + ")'\\\"}}'\"]}";
    }

    @Test
    void anUnapprovedProgramIsShownInTheListAndStopsTheOpening() throws IOException, GeneralSecurityException {
        Path canary = folder.resolve("canary");
        String user =
                "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: touch, args: ['"
                        + canary + "']}";
        try (KubeContexts contexts = contexts(front.url(), trustingServer(), user, hash -> false)) {
            ContextEntry entry = contexts.list().get(0);
            assertThat(entry.problems()).isEmpty();
            assertThat(entry.execCommand()).isNotNull().satisfies(command -> {
                assertThat(command.shown()).isEqualTo("touch " + canary);
                assertThat(command.approved()).isFalse();
                assertProblem(
                        () -> contexts.open("one"),
                        Problem.Kind.FORBIDDEN,
                        "KUBE-EXEC-APPROVAL",
                        "touch " + canary,
                        "approve it by its SHA-256 " + command.hash());
            });
        }
        assertThat(canary).doesNotExist();
        assertThat(front.visitors()).isEmpty();
    }
}
