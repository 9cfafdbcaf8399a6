package dev.plumbline.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** A kubeconfig file in the making: one cluster and one user for each context, the first context the current one. */
public final class Kubeconfig {
    private final ObjectNode config = JsonNodeFactory.instance.objectNode();
    private final ArrayNode clusters;
    private final ArrayNode users;
    private final ArrayNode contexts;

    public Kubeconfig() {
        config.put("apiVersion", "v1").put("kind", "Config");
        clusters = config.putArray("clusters");
        users = config.putArray("users");
        contexts = config.putArray("contexts");
    }

    /** The certificate is the PEM text of the authority that the server's certificate must come from. */
    public Kubeconfig context(
            String name, URI server, String namespace, Optional<Secret> token, Optional<String> certificate) {
        ObjectNode cluster =
                clusters.addObject().put("name", name).putObject("cluster").put("server", server.toString());
        certificate.ifPresent(pem -> cluster.put(
                "certificate-authority-data",
                Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8))));
        ObjectNode user = users.addObject().put("name", name + "-user").putObject("user");
        token.ifPresent(secret -> user.put("token", secret.reveal()));
        contexts.addObject()
                .put("name", name)
                .putObject("context")
                .put("cluster", name)
                .put("user", name + "-user")
                .put("namespace", namespace);
        if (!config.has("current-context")) {
            config.put("current-context", name);
        }
        return this;
    }

    /** Writes the file so that only its owner may read it. */
    public Path write(Path file) throws IOException {
        YAMLMapper mapper = new YAMLMapper(YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .build());
        return PrivateFiles.write(file, mapper.writeValueAsString(config));
    }
}
