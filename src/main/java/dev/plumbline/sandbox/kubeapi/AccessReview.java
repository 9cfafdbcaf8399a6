package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers "may I?": the SelfSubjectAccessReview. */
final class AccessReview {
    static final String API_VERSION = "authorization.k8s.io/v1";
    static final String PATH = "/apis/" + API_VERSION + "/selfsubjectaccessreviews";

    private AccessReview() {}

    static Answer answer(ApiRequest request, AccessRules rules) {
        ObjectNode review = request.object();
        JsonNode asked = review.at("/spec/resourceAttributes");
        Attributes attributes = new Attributes(
                asked.path("verb").asText(""),
                asked.path("group").asText(""),
                asked.path("resource").asText(""),
                asked.path("subresource").asText(""),
                asked.path("namespace").asText(""),
                asked.path("name").asText(""));
        review.putObject("status").put("allowed", rules.allows(request.token(), attributes));
        return Answer.json(201, review);
    }

    static void describe(ObjectNode resource) {
        resource.put("name", "selfsubjectaccessreviews")
                .put("singularName", "selfsubjectaccessreview")
                .put("namespaced", false)
                .put("kind", "SelfSubjectAccessReview");
        resource.putArray("verbs").add("create");
    }
}
