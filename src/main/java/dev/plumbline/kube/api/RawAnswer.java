package dev.plumbline.kube.api;

import java.nio.charset.StandardCharsets;

/** What came back over the wire, not yet looked at. */
final class RawAnswer {
    private final int status;
    private final String retryAfter;
    private final String contentType;
    private final byte[] body;

    RawAnswer(int status, String retryAfter, String contentType, byte[] body) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.contentType = contentType;
        this.body = body;
    }

    int status() {
        return status;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The header's text, empty when there is none. */
    String retryAfter() {
        return retryAfter;
    }

    boolean looksLikeHtml() {
        return contentType.contains("html") || text().stripLeading().startsWith("<");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    byte[] body() {
        return body;
    }
}
