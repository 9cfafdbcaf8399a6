package dev.plumbline.kube.kubeconfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two texts that a login program and its caller exchange (kubernetes.io reference, client-authentication). */
final class ExecCredential {
    static final String V1 = "client.authentication.k8s.io/v1";
    static final List<String> VERSIONS = List.of(V1, "client.authentication.k8s.io/v1beta1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExecCredential() {}

    /** What the program finds in {@code KUBERNETES_EXEC_INFO}. */
    static String question(ExecPlugin plugin, ClusterEntry cluster, ServerUrl server) {
        ObjectNode root = JSON.createObjectNode().put("kind", "ExecCredential").put("apiVersion", plugin.apiVersion());
        ObjectNode spec = root.putObject("spec").put("interactive", false);
        if (plugin.wantsCluster()) {
            ObjectNode about = spec.putObject("cluster").put("server", server.toString());
            put(about, "tls-server-name", cluster.tlsServerName());
            put(about, "certificate-authority-data", cluster.caData());
            put(about, "proxy-url", cluster.proxyUrl());
            if (cluster.insecure()) {
                about.put("insecure-skip-tls-verify", true);
            }
        }
        return root.toString();
    }

    /** @throws MalformedCredential when the program's output is not a credential, with the reason */
    static LoginProof answer(ExecPlugin plugin, Secret output) {
        JsonNode root = parse(output);
        require(root.path("kind").asText().equals("ExecCredential"), "is not an ExecCredential");
        String version = root.path("apiVersion").asText();
        require(
                version.equals(plugin.apiVersion()),
                "speaks \"" + version + "\" where the kubeconfig says \"" + plugin.apiVersion() + "\"");
        JsonNode status = root.path("status");
        @Nullable Secret token = secret(status, "token");
        String certificate = text(status, "clientCertificateData");
        @Nullable Secret key = secret(status, "clientKeyData");
        require(certificate.isEmpty() == (key == null), "holds only one of clientCertificateData and clientKeyData");
        require(token != null || key != null, "holds neither a token nor a client certificate");
        return new LoginProof(
                token == null ? null : LoginProof.bearer(token),
                key == null ? null : new LoginProof.Certificate(certificate, key),
                expiry(text(status, "expirationTimestamp")));
    }

    private static JsonNode parse(Secret output) {
        try {
            JsonNode root = JSON.readTree(output.reveal());
            require(root.isObject(), "is not a JSON object");
            return root;
        } catch (JsonProcessingException broken) {
            throw new MalformedCredential("is not JSON");
        }
    }

    private static @Nullable Instant expiry(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException broken) {
            throw new MalformedCredential("has the expirationTimestamp \"" + text + "\", which is no RFC 3339 time");
        }
    }

    private static @Nullable Secret secret(JsonNode status, String key) {
        String value = text(status, key);
        return value.isEmpty() ? null : new Secret(value);
    }

    private static String text(JsonNode status, String key) {
        JsonNode value = status.path(key);
        require(value.isMissingNode() || value.isNull() || value.isTextual(), "has a " + key + " that is not a text");
        return value.isTextual() ? value.textValue() : "";
    }

    private static void require(boolean right, String why) {
        if (!right) {
            throw new MalformedCredential(why);
        }
    }

    private static void put(ObjectNode node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    /** Why a program's output is no credential; never quotes the output, which may hold a token. */
    static final class MalformedCredential extends RuntimeException {
        MalformedCredential(String why) {
            super(why);
        }
    }
}
