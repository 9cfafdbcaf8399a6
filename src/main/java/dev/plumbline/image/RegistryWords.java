package dev.plumbline.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a registry says is wrong, out of its answer's {@code errors} (distribution specification, "Error Codes"). */
final class RegistryWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;

    private RegistryWords() {}

    /** With a comma before it; empty when the answer holds none. */
    static String of(String body) {
        try {
            JsonNode first = JSON.readTree(body).at("/errors/0");
            String words =
                    (first.path("code").asText() + " " + first.path("message").asText()).strip();
            return words.isEmpty() ? "" : ", " + words.substring(0, Math.min(LONGEST, words.length()));
        } catch (JsonProcessingException notJson) {
            // A proxy's page in HTML says nothing that the status does not.
            return "";
        }
    }
}
