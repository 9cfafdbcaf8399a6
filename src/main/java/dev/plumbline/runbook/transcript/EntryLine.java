package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as a line of JSON, and the hash that closes it: SHA-256 over the hash before it, its number and all it says, each part preceded by its length in bytes. */
final class EntryLine {
    /** What stands before the first entry. */
    static final String ROOT = "0".repeat(64);

    private EntryLine() {}

    static Entry next(long number, Instant at, EntryKind kind, String step, ObjectNode data, String previous) {
        EntryHash hash = new EntryHash();
        hash.part(previous);
        hash.part(Long.toString(number));
        hash.part(at.toString());
        hash.part(kind.word());
        hash.part(step);
        hash.part(data.toString());
        byte[] line = ("{\"n\":" + number + ",\"at\":\"" + at + "\",\"kind\":\"" + kind.word() + "\",\"step\":"
                        + TextNode.valueOf(step) + ",\"data\":" + data + ",\"previous\":\"" + previous
                        + "\",\"hash\":\"" + hash.end() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        Entry entry = read(line, 0, line.length, hash).entry();
        if (entry == null) {
            throw new IllegalStateException("an entry was written that cannot be read");
        }
        return entry;
    }

    /** What a line is: an entry, and whether its hash is the one of what it says, byte for byte; or why it is none. */
    record Read(@Nullable Entry entry, boolean fits, String none) {
        static final Read NO_ENTRY = new Read(null, false, "It is no entry.");
        static final Read NO_TEXT = new Read(null, false, "It holds bytes that are no text.");
    }

    /** Reads the line that ends before {@code to}, without its newline. */
    static Read read(byte[] bytes, int from, int to, EntryHash closes) {
        if (!ByteText.isText(bytes, from, to)) {
            return Read.NO_TEXT;
        }
        LineFrame line = LineFrame.of(bytes, from, to);
        if (line == null) {
            return Read.NO_ENTRY;
        }
        EntryKind kind = line.kind();
        long number = line.number();
        try {
            if (kind == null || number < 0 || !line.isPlain() && !(EntryJson.read(line.said()) instanceof ObjectNode)) {
                return Read.NO_ENTRY;
            }
            String quoted = line.quotedStep();
            boolean plain = isPlain(quoted);
            String step = plain
                    ? quoted.substring(1, quoted.length() - 1)
                    : EntryJson.read(quoted).asText();
            boolean asWritten = plain || TextNode.valueOf(step).toString().equals(quoted);
            Entry entry = new Entry(number, UtcTime.parse(line.at()), kind, step, line);
            return new Read(entry, asWritten && line.isClosed(step, closes), "");
        } catch (JsonProcessingException | DateTimeException broken) {
            return Read.NO_ENTRY;
        }
    }

    /** In quotes, and written as it is read: letters that JSON never escapes (RFC 8259, section 7). */
    private static boolean isPlain(String quoted) {
        int last = quoted.length() - 1;
        if (last < 1 || quoted.charAt(0) != '"' || quoted.charAt(last) != '"') {
            return false;
        }
        for (int at = 1; at < last; at++) {
            char letter = quoted.charAt(at);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
        }
        return true;
    }
}
