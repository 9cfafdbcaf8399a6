package dev.plumbline.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One entry of the journal, as it stands in the file. {@code number} counts all entries of all runs from 1; {@code hash} closes the chain up to here. */
public record Entry(
        long number, String runId, EntryKind kind, Instant at, SortedMap<String, String> fields, String hash) {
    public Entry {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** A field's text, empty when the entry has no such field. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
