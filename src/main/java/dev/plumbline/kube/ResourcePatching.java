package dev.plumbline.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;

/** Changes a resource by a merge patch that holds only on the version it was made from; never repeated, whatever happens. */
final class ResourcePatching {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ApiServer server;
    private final ResourceAddress address;
    private final CancelToken cancel;

    ResourcePatching(ApiServer server, ResourceAddress address, CancelToken cancel) {
        this.server = server;
        this.address = address;
        this.cancel = cancel;
    }

    /** @return the resource as it is afterwards */
    JsonNode patch(ResourceRef ref, String mergePatch, String resourceVersion) {
        ObjectNode body = parse(ref, mergePatch);
        body.withObject("/metadata").put("resourceVersion", resourceVersion);
        return server.send(
                ApiRequest.patch(address.path(ref, cancel), body, "change", ResourceAddress.shown(ref)), cancel);
    }

    private static ObjectNode parse(ResourceRef ref, String mergePatch) {
        try {
            if (JSON.readTree(mergePatch) instanceof ObjectNode body) {
                return body;
            }
        } catch (JsonProcessingException broken) {
            throw problem(ref, "the patch is not JSON.");
        }
        throw problem(ref, "the patch is not a JSON object.");
    }

    private static ProblemException problem(ResourceRef ref, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID, "KUBE-PATCH", "change", ResourceAddress.shown(ref), answer, "Nothing was sent."));
    }
}
