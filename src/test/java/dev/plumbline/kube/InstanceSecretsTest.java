package dev.plumbline.kube;

import static dev.plumbline.kube.KubeClusterTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.InstanceRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Secret;
import dev.plumbline.sandbox.kubeapi.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceSecretsTest {
    @TempDir
    Path folder;

    private OneCluster one;

    @BeforeEach
    void serve() throws IOException {
        one = OneCluster.start(folder);
    }

    @AfterEach
    void stop() {
        one.close();
    }

    private DeclaredInstance instance(String connection, String rest) {
        one.api.load(
                "{apiVersion: dbops.dbprovision.io/v1alpha1, kind: DatabaseInstance, metadata: {name: i, namespace: infra},"
                        + " spec: {engine: postgres, connection: {host: h, port: 5432, database: postgres, "
                        + connection + "}"
                        + rest + "}}");
        return one.cluster.readInstance(new InstanceRef("infra", "i"));
    }

    private DeclaredInstance withTls(String tls) {
        return instance("secretRef: {name: admin}", ", tls: {enabled: true, " + tls + "}");
    }

    private void secret(String name, String data) {
        one.api.load("{apiVersion: v1, kind: Secret, metadata: {name: " + name + ", namespace: infra}, stringData: {"
                + data + "}}");
    }

    @Test
    void theLoginIsReadByteForByte() {
        secret("s", "u: me, p: \" pä\\\"ss\\nword \"");
        DeclaredInstance instance = instance("secretRef: {name: s, keys: {username: u, password: p}}", "");
        assertThat(one.cluster.readCredentials(instance))
                .isEqualTo(new Credentials("me", new Secret(" pä\"ss\nword ")));
    }

    @Test
    void anExistingSecretIsReadToo() {
        assertThat(one.cluster.readCredentials(instance("existingSecret: {name: admin}", "")))
                .isEqualTo(new Credentials("postgres", new Secret("pw")));
    }

    @Test
    void aMissingKeyNamesSecretAndKeyAndNoValue() {
        secret("s", "username: canary, passwort: canary");
        assertProblem(
                () -> one.cluster.readCredentials(instance("secretRef: {name: s}", "")),
                Problem.Kind.NOT_FOUND,
                "KUBE-SECRET",
                "read the credentials of DatabaseInstance infra/i from Secret infra/s",
                "secret s does not contain key password; it holds passwort, username.");
        assertThatThrownBy(() -> one.cluster.readCredentials(instance("secretRef: {name: s}", "")))
                .message()
                .doesNotContain("canary");
    }

    @Test
    void aMissingSecretIsNamed() {
        assertProblem(
                () -> one.cluster.readCredentials(instance("secretRef: {name: gone}", "")),
                Problem.Kind.NOT_FOUND,
                "KUBE-404",
                "Secret infra/gone");
    }

    @Test
    void aForbiddenSecretIsSaid() {
        DeclaredInstance instance = instance("secretRef: {name: admin}", "");
        one.api.access().admit("admin", "ada", wish -> !wish.resource().equals("secrets"));
        assertProblem(
                () -> one.cluster.readCredentials(instance),
                Problem.Kind.FORBIDDEN,
                "KUBE-403",
                "User \"ada\" cannot get resource \"secrets\"");
    }

    @Test
    void anEmptyUserNameAndBytesThatAreNoTextAreProblems() {
        secret("s", "username: '', password: p");
        assertProblem(
                () -> one.cluster.readCredentials(instance("secretRef: {name: s}", "")),
                Problem.Kind.INVALID,
                "KUBE-SECRET",
                "key username in secret s is empty");
        one.api.load("{apiVersion: v1, kind: Secret, metadata: {name: b, namespace: infra},"
                + " data: {username: /w==, password: eA==}}");
        assertProblem(
                () -> one.cluster.readCredentials(instance("secretRef: {name: b}", "")),
                Problem.Kind.INVALID,
                "KUBE-SECRET",
                "key username in secret b is not text");
    }

    @Test
    void anInstanceWithoutAReferenceSaysWhy() {
        assertProblem(
                () -> one.cluster.readCredentials(instance("", "")),
                Problem.Kind.INVALID,
                "KUBE-SECRET",
                "credential reference is nil");
    }

    @Test
    void aBrokenAnswerNeverShowsWhatTheSecretHolds() {
        DeclaredInstance instance = instance("secretRef: {name: admin}", "");
        one.api.faults().next(1, "GET", "/secrets/admin", exchange -> {
            byte[] body = "{\"data\": {\"password\": canary".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            return true;
        });
        assertThatThrownBy(() -> one.cluster.readCredentials(instance))
                .hasMessageContaining("its answer is not whole JSON")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void tlsMaterialIsReadFromTheSecretThatIsNamed() {
        assertThat(one.cluster.readTlsMaterial(instance("secretRef: {name: admin}", "")))
                .isEmpty();
        assertThat(one.cluster.readTlsMaterial(withTls("mode: require"))).isEmpty();
        secret("t", "ca.crt: CA, tls.crt: C, tls.key: K, other: O");
        assertThat(one.cluster.readTlsMaterial(withTls("mode: verify-full, secretRef: {name: t}")))
                .isEqualTo(Optional.of(new TlsMaterial("CA", "C", new Secret("K"))));
        assertThat(one.cluster.readTlsMaterial(withTls("mode: verify-ca, secretRef: {name: t, keys: {ca: other}}")))
                .isEqualTo(Optional.of(new TlsMaterial("O", "C", new Secret("K"))));
    }

    @Test
    void onlyTheAuthorityMayBeThere() {
        secret("t", "ca.crt: CA");
        assertThat(one.cluster.readTlsMaterial(withTls("mode: verify-full, secretRef: {name: t}")))
                .isEqualTo(Optional.of(new TlsMaterial("CA", null, null)));
    }

    @Test
    void anAuthorityThatIsAskedForAndNotThereIsAProblemAndNeverLeftOut() {
        secret("t", "tls.crt: C, tls.key: K");
        assertProblem(
                () -> one.cluster.readTlsMaterial(withTls("mode: verify-ca, secretRef: {name: t}")),
                Problem.Kind.NOT_FOUND,
                "KUBE-SECRET",
                "read the TLS certificates of DatabaseInstance infra/i from Secret infra/t",
                "secret t does not contain key ca.crt");
        assertProblem(
                () -> one.cluster.readTlsMaterial(withTls("mode: require, secretRef: {name: t, keys: {ca: root}}")),
                Problem.Kind.NOT_FOUND,
                "KUBE-SECRET",
                "does not contain key root");
        assertThat(one.cluster.readTlsMaterial(withTls("mode: require, secretRef: {name: t}")))
                .isEqualTo(Optional.of(new TlsMaterial(null, "C", new Secret("K"))));
        one.api.faults().next(1, "GET", "/secrets/t", Fault.status(403, "Forbidden", "no"));
        assertProblem(
                () -> one.cluster.readTlsMaterial(withTls("mode: require, secretRef: {name: t}")),
                Problem.Kind.FORBIDDEN,
                "KUBE-403");
    }

    @Test
    void halfAClientCertificateIsAProblem() {
        secret("t", "tls.crt: C");
        assertProblem(
                () -> one.cluster.readTlsMaterial(withTls("mode: require, secretRef: {name: t}")),
                Problem.Kind.NOT_FOUND,
                "KUBE-SECRET",
                "does not contain key tls.key");
    }
}
