package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;

/** One Kubernetes Secret, read for a purpose; what it lacks is a problem that names the Secret and the key, never its contents. */
final class SecretReading {
    private final SecretRef ref;
    private final String purpose;
    private final JsonNode data;

    private SecretReading(SecretRef ref, String purpose, JsonNode data) {
        this.ref = ref;
        this.purpose = purpose;
        this.data = data;
    }

    /** {@code purpose} completes "read the … from Secret a/b". */
    static SecretReading read(ApiServer server, SecretRef ref, String purpose, CancelToken cancel) {
        ApiPath path = ApiPath.of("api", "v1", "namespaces", ref.namespace(), "secrets", ref.name());
        JsonNode secret = server.send(ApiRequest.read(path, "read the " + purpose + " from", shown(ref)), cancel);
        return new SecretReading(ref, purpose, secret.path("data"));
    }

    /** The same of a Secret that was read already. */
    static SecretReading of(SecretRef ref, String purpose, JsonNode secret) {
        return new SecretReading(ref, purpose, secret.path("data"));
    }

    /** The value of a key that must be there. */
    Secret require(String key) {
        return find(key)
                .orElseThrow(() -> problem(
                        Problem.Kind.NOT_FOUND,
                        "secret " + ref.name() + " does not contain key " + key + keys(),
                        "Add the key to the Secret, or name another one in the instance."));
    }

    Optional<Secret> find(String key) {
        JsonNode value = data.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(value.asText());
            ByteBuffer wrapped = ByteBuffer.wrap(bytes);
            return Optional.of(new Secret(
                    StandardCharsets.UTF_8.newDecoder().decode(wrapped).toString()));
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            throw problem(
                    Problem.Kind.INVALID,
                    "the value of key " + key + " in secret " + ref.name() + " is not text.",
                    "Write the Secret anew.");
        }
    }

    ProblemException problem(Problem.Kind kind, String answer, String next) {
        return new ProblemException(
                new Problem(kind, "KUBE-SECRET", "read the " + purpose + " from", shown(ref), answer, next));
    }

    String keys() {
        TreeSet<String> keys = new TreeSet<>();
        data.fieldNames().forEachRemaining(keys::add);
        return keys.isEmpty() ? "; it holds no keys." : "; it holds " + String.join(", ", keys) + ".";
    }

    private static String shown(SecretRef ref) {
        return "Secret " + ref.namespace() + "/" + ref.name();
    }
}
