package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a transcript as it stands in the file. {@code number} counts from 1, {@code at} is UTC, {@code step} is the id of the block it is about, empty for the whole run; {@code hash}
 * closes the chain up to here. What it says is kept as the file's bytes until it is asked for: most entries of a long transcript never are.
 */
public final class Entry {
    private final long number;
    private final Instant at;
    private final EntryKind kind;
    private final String step;
    private final LineFrame line;
    private volatile @Nullable ObjectNode data;

    Entry(long number, Instant at, EntryKind kind, String step, LineFrame line) {
        this.number = number;
        this.at = at;
        this.kind = kind;
        this.step = step;
        this.line = line;
    }

    public long number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public EntryKind kind() {
        return kind;
    }

    public String step() {
        return step;
    }

    public ObjectNode data() {
        ObjectNode read = data;
        if (read == null) {
            read = read();
            data = read;
        }
        return read;
    }

    private ObjectNode read() {
        String said = line.said();
        try {
            return (ObjectNode) EntryJson.read(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("it was an object of JSON when the line was read: " + said, impossible);
        }
    }

    /** False where no field of this name is in what it says: found without reading all of it. */
    public boolean mayHave(String field) {
        return line.says(ByteText.mark("\"" + field + "\":"));
    }

    public String hash() {
        return line.hash();
    }

    /** Whether it names the hash of the entry before it, null for none. */
    boolean follows(@Nullable Entry before) {
        return line.follows(before == null ? null : before.line);
    }

    /** What stands in the file, without the newline. */
    byte[] line() {
        return line.line();
    }

    /** A field's text, empty when the entry has no such field. */
    public String text(String field) {
        return data().path(field).asText("");
    }
}
