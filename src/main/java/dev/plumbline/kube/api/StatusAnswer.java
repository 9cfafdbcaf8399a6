package dev.plumbline.kube.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Status;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A refusal in the API server's own words: HTTP status, the reason of its Status object and its message, shortened. */
record StatusAnswer(int status, String reason, String message) {
    private static final int SHOWN = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static StatusAnswer of(RawAnswer answer) {
        if (answer.looksLikeHtml()) {
            return new StatusAnswer(answer.status(), "", "an HTML page instead of JSON");
        }
        try {
            @Nullable Status status = JSON.readValue(answer.body(), Status.class);
            return status == null
                    ? new StatusAnswer(answer.status(), "", "")
                    : new StatusAnswer(answer.status(), orEmpty(status.getReason()), orEmpty(status.getMessage()));
        } catch (JsonProcessingException noStatus) {
            return new StatusAnswer(answer.status(), "", answer.text().strip());
        } catch (IOException impossible) {
            return new StatusAnswer(answer.status(), "", "");
        }
    }

    String shown() {
        String text =
                "HTTP " + status + (reason.isEmpty() ? "" : " " + reason) + (message.isEmpty() ? "" : ": " + message);
        String cut = text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(SHOWN - 2, 1)) + "…";
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
