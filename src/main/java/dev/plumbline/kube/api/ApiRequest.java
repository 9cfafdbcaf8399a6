package dev.plumbline.kube.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One request to an API server. {@code tried} and {@code object} are what a problem says of it: {@code read}, {@code Database team-a/billing}. An
 * empty {@code body} is none.
 */
public record ApiRequest(
        String method, ApiPath path, String contentType, String body, String tried, String object, String accept) {
    private static final String JSON = "application/json";

    public static ApiRequest read(ApiPath path, String tried, String object) {
        return new ApiRequest("GET", path, JSON, "", tried, object, JSON);
    }

    /** A read whose answer is text: the server gives it in no other form. */
    public static ApiRequest readText(ApiPath path, String tried, String object) {
        return new ApiRequest("GET", path, JSON, "", tried, object, "text/plain, */*");
    }

    public static ApiRequest create(ApiPath path, JsonNode body, String tried, String object) {
        return new ApiRequest("POST", path, JSON, body.toString(), tried, object, JSON);
    }

    /** A JSON merge patch (RFC 7386). */
    public static ApiRequest patch(ApiPath path, JsonNode body, String tried, String object) {
        return new ApiRequest("PATCH", path, "application/merge-patch+json", body.toString(), tried, object, JSON);
    }

    /** With the conditions under which the object may be deleted (Kubernetes API, DeleteOptions). */
    public static ApiRequest delete(ApiPath path, JsonNode options, String tried, String object) {
        return new ApiRequest("DELETE", path, JSON, options.toString(), tried, object, JSON);
    }

    /** True when asking twice does no harm. */
    public boolean isRead() {
        return method.equals("GET");
    }

    /** Without the body, which may hold a password. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
