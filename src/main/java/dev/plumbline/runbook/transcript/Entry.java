package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One entry of a transcript as it stands in the file. {@code number} counts from 1, {@code at} is UTC, {@code step} is the id of the block it is about, empty for the whole run; {@code hash}
 * closes the chain up to here.
 */
public record Entry(
        long number, Instant at, EntryKind kind, String step, ObjectNode data, String previous, String hash) {
    /** A field's text, empty when the entry has no such field. */
    public String text(String field) {
        return data.path(field).asText("");
    }
}
