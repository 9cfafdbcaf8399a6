package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.api.Pause;
import dev.plumbline.kube.resource.DatabaseResource;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import java.time.Duration;

/**
 * Writes {@code status.drift} and nothing else of a resource. The patch holds only on the version it was made from; when another writer was first,
 * or the answer was lost, the resource is read again before the next of at most five attempts.
 */
final class DriftStatusWriting {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private final ApiServer server;
    private final ResourceAddress address;
    private final CancelToken cancel;

    DriftStatusWriting(ApiServer server, ResourceAddress address, CancelToken cancel) {
        this.server = server;
        this.address = address;
        this.cancel = cancel;
    }

    void patch(ResourceRef ref, DriftStatus wanted) {
        ApiPath path = address.path(ref, cancel).then("status");
        for (int attempt = 1; ; attempt++) {
            JsonNode now = address.read(ref, cancel);
            boolean mayBeDone = attempt > 1;
            if (mayBeDone && DatabaseResource.declared(ref, now).statusDrift().equals(wanted)) {
                return;
            }
            try {
                String version = now.path("metadata").path("resourceVersion").asText();
                server.send(
                        ApiRequest.patch(
                                path, body(version, wanted), "write status.drift of", ResourceAddress.shown(ref)),
                        cancel);
                return;
            } catch (ProblemException failed) {
                boolean conflict = failed.problem().kind() == Problem.Kind.CONFLICT;
                if (attempt == ATTEMPTS || !conflict && !Uncertain.isDone(failed)) {
                    throw failed;
                }
                Pause.forTime(FIRST_PAUSE.multipliedBy(1L << attempt), cancel);
            }
        }
    }

    /** What is false or empty is taken away, as the operator leaves it out on the wire. */
    private static ObjectNode body(String version, DriftStatus wanted) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("metadata").put("resourceVersion", version);
        ObjectNode drift = root.putObject("status").putObject("drift");
        if (wanted.detected()) {
            drift.put("detected", true);
        } else {
            drift.putNull("detected");
        }
        if (wanted.lastChecked().isEmpty()) {
            drift.putNull("lastChecked");
        } else {
            drift.put("lastChecked", wanted.lastChecked());
        }
        if (wanted.diffs().isEmpty()) {
            drift.putNull("diffs");
        } else {
            ArrayNode diffs = drift.putArray("diffs");
            wanted.diffs().forEach(diff -> put(diffs.addObject(), diff));
        }
        return root;
    }

    private static void put(ObjectNode item, DriftDiff diff) {
        item.put("field", diff.field()).put("expected", diff.expected()).put("actual", diff.actual());
        if (diff.destructive()) {
            item.put("destructive", true);
        }
    }
}
