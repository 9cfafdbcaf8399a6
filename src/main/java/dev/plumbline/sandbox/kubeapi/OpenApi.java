package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code /openapi/v3}: enough for kubectl to leave the validation of fields to the server. A kubectl before 1.27 asks for {@code /openapi/v2} in
 * protobuf, and gets a document without definitions, which it takes as nothing to validate.
 */
final class OpenApi {
    private static final String ROOT = "/openapi/v3";
    private static final String BEFORE = "/openapi/v2";
    private static final String PROTOBUF = "application/octet-stream";
    /** Field 1 is {@code swagger}, field 2 {@code info} with {@code title} and {@code version}; each a tag, a length and the text. */
    private static final String NO_DEFINITIONS = "\n\u00032.0\u0012\u0010\n\nKubernetes\u0012\u0002v1";

    private final KindRegistry kinds;

    OpenApi(KindRegistry kinds) {
        this.kinds = kinds;
    }

    Optional<Answer> answer(String path) {
        if (path.equals(BEFORE)) {
            return Optional.of(Answer.typed(200, PROTOBUF, NO_DEFINITIONS));
        }
        if (path.equals(ROOT)) {
            return Optional.of(Answer.json(200, index()));
        }
        return path.startsWith(ROOT + "/")
                ? Optional.of(Answer.json(200, document(path.substring(ROOT.length()))))
                : Optional.empty();
    }

    private ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        kinds.all()
                .forEach(
                        kind -> paths.putObject(kind.base().substring(1)).put("serverRelativeURL", ROOT + kind.base()));
        return index;
    }

    private ObjectNode document(String base) {
        ObjectNode document = Json.object().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", "v1");
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        kinds.all().stream().filter(kind -> kind.base().equals(base)).forEach(kind -> {
            addPath(paths, kind);
            addSchema(schemas, kind);
        });
        return document;
    }

    private static void addPath(ObjectNode paths, ResourceKind kind) {
        String within = kind.namespaced() ? "/namespaces/{namespace}/" : "/";
        ObjectNode path = paths.putObject(kind.base() + within + kind.plural() + "/{name}");
        for (String operation : List.of("patch", "put", "post")) {
            ObjectNode described = path.putObject(operation).put("x-kubernetes-action", operation);
            described.set("x-kubernetes-group-version-kind", identity(kind));
            described
                    .putArray("parameters")
                    .addObject()
                    .put("name", "fieldValidation")
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string");
            described.putObject("responses").putObject("200").put("description", "OK");
        }
    }

    private static void addSchema(ObjectNode schemas, ResourceKind kind) {
        ObjectNode schema = schemas.putObject(kind.kind()).put("type", "object").put("description", kind.kind());
        schema.putArray("x-kubernetes-group-version-kind").add(identity(kind));
        schema.putObject("properties")
                .putObject("spec")
                .put("type", "object")
                .put("x-kubernetes-preserve-unknown-fields", true);
    }

    private static ObjectNode identity(ResourceKind kind) {
        return Json.object()
                .put("group", kind.group())
                .put("version", kind.version())
                .put("kind", kind.kind());
    }
}
