package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What reads JSON, apart so that it is made ready by the first entry that has need of it. */
final class EntryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
