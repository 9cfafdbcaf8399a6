package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer of the API that is no success, as a {@code Status} object. */
final class ApiFailure extends RuntimeException {
    private final int code;
    private final String reason;

    ApiFailure(int code, String reason, String message) {
        super(message);
        this.code = code;
        this.reason = reason;
    }

    static ApiFailure unknownPath() {
        return new ApiFailure(404, "NotFound", "the server could not find the requested resource");
    }

    static ApiFailure notFound(ResourceKind kind, String name) {
        return new ApiFailure(404, "NotFound", kind.groupResource() + " \"" + name + "\" not found");
    }

    static ApiFailure exists(ResourceKind kind, String name) {
        return new ApiFailure(409, "AlreadyExists", kind.groupResource() + " \"" + name + "\" already exists");
    }

    static ApiFailure conflict(ResourceKind kind, String name) {
        return new ApiFailure(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + kind.groupResource() + " \"" + name
                        + "\": the object has been modified; please apply your changes to the latest version and try again");
    }

    static ApiFailure invalid(ResourceKind kind, String name, String why) {
        return new ApiFailure(
                422, "Invalid", kind.kind() + "." + kind.group() + " \"" + name + "\" is invalid: " + why);
    }

    static ApiFailure badRequest(String message) {
        return new ApiFailure(400, "BadRequest", message);
    }

    static ApiFailure expired(String message) {
        return new ApiFailure(410, "Expired", message);
    }

    int code() {
        return code;
    }

    ObjectNode status() {
        return status(code, reason, String.valueOf(getMessage()));
    }

    static ObjectNode status(int code, String reason, String message) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        return status.put("status", "Failure")
                .put("message", message)
                .put("reason", reason)
                .put("code", code);
    }
}
