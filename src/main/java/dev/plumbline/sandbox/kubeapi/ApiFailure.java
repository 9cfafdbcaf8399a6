package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An answer of the API that is no success, as a {@code Status} object. */
final class ApiFailure extends RuntimeException {
    private final int code;
    private final String reason;
    private final transient @Nullable ObjectNode details;

    ApiFailure(int code, String reason, String message) {
        this(code, reason, message, null);
    }

    private ApiFailure(int code, String reason, String message, @Nullable ObjectNode details) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.details = details;
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

    static ApiFailure otherUid(ResourceKind kind, String name, String wanted, String present) {
        return new ApiFailure(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + kind.groupResource() + " \"" + name
                        + "\": Precondition failed: UID in precondition: " + wanted + ", UID in object meta: "
                        + present);
    }

    static ApiFailure invalid(ResourceKind kind, String name, String why) {
        String message = kind.kind() + "." + kind.group() + " \"" + name + "\" is invalid: " + why;
        return new ApiFailure(422, "Invalid", message, details(kind, name, why));
    }

    /** What kubectl prints instead of the message: the field before the first colon, and what is wrong with it. */
    private static ObjectNode details(ResourceKind kind, String name, String why) {
        int colon = Math.max(0, why.indexOf(": "));
        ObjectNode details = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("group", kind.group())
                .put("kind", kind.kind());
        details.putArray("causes")
                .addObject()
                .put("reason", "FieldValueInvalid")
                .put("field", why.substring(0, colon))
                .put("message", colon == 0 ? why : why.substring(colon + 2));
        return details;
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
        ObjectNode status = status(code, reason, String.valueOf(getMessage()));
        if (details != null) {
            status.set("details", details);
        }
        return status;
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
