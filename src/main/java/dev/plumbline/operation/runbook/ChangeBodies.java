package dev.plumbline.operation.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kube.ServedKind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is sent for each verb, and what is refused before anything is sent. */
final class ChangeBodies {
    private static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";
    private static final Set<String> RESTARTABLE = Set.of("Deployment", "StatefulSet", "DaemonSet");
    private static final List<String> SERVERS_OWN = List.of(
            "uid",
            "resourceVersion",
            "managedFields",
            "creationTimestamp",
            "generation",
            "selfLink",
            "deletionTimestamp");

    private ChangeBodies() {}

    /** A merge patch that sets each; one whose key ends in "-" with no value is removed, as with kubectl. */
    static ObjectNode map(String field, Map<String, @Nullable String> values) {
        ObjectNode body = object();
        ObjectNode fields = body.putObject("metadata").putObject(field);
        values.forEach((key, value) -> {
            if (key.endsWith("-") && (value == null || value.isEmpty())) {
                fields.putNull(key.substring(0, key.length() - 1));
            } else {
                fields.put(key, value == null ? "" : value);
            }
        });
        return body;
    }

    /** @throws ProblemException for kinds without pods to restart, and for a paused Deployment, which would restart nothing */
    static ObjectNode restart(ServedKind kind, JsonNode object, String shown, Instant now) {
        if (!kind.group().equals("apps") || !RESTARTABLE.contains(kind.kind())) {
            throw refused(
                    "restart",
                    shown,
                    "only a Deployment, a StatefulSet or a DaemonSet can be restarted.",
                    "Nothing was sent.");
        }
        if (object.at("/spec/paused").asBoolean(false)) {
            throw refused(
                    "restart", shown, "its rollout is paused, so nothing would restart.", "Resume the rollout first.");
        }
        ObjectNode body = object();
        body.putObject("spec")
                .putObject("template")
                .putObject("metadata")
                .putObject("annotations")
                .put(RESTARTED_AT, now.truncatedTo(ChronoUnit.SECONDS).toString());
        return body;
    }

    /** Holds for this uid and version alone; what hangs on it is removed by the garbage collector, as with kubectl. */
    static ObjectNode delete(KubeObjects.Found before) {
        ObjectNode options = object().put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.putObject("preconditions").put("uid", before.uid()).put("resourceVersion", before.resourceVersion());
        return options.put("propagationPolicy", "Background");
    }

    /** The manifest without what only the server may say. */
    static ObjectNode manifest(ObjectNode given, String namespace) {
        ObjectNode body = given.deepCopy();
        body.remove("status");
        ObjectNode metadata = body.withObject("/metadata");
        metadata.remove(SERVERS_OWN);
        if (namespace.isEmpty()) {
            metadata.remove("namespace");
        } else {
            metadata.put("namespace", namespace);
        }
        return body;
    }

    /** The same patch, which the server refuses once the object is another or has changed. */
    static ObjectNode bound(ObjectNode patch, KubeObjects.Found before) {
        ObjectNode body = patch.deepCopy();
        body.withObject("/metadata").put("uid", before.uid()).put("resourceVersion", before.resourceVersion());
        return body;
    }

    static ProblemException refused(String tried, String object, String answer, String next) {
        return new ProblemException(new Problem(Problem.Kind.INVALID, "KUBE-CHANGE", tried, object, answer, next));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
