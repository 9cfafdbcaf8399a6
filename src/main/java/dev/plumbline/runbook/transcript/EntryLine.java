package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** An entry as a line of JSON, and the hash that closes it: SHA-256 over the hash before it, its number and all it says, each part preceded by its length in bytes. */
final class EntryLine {
    /** What stands before the first entry. */
    static final String ROOT = "0".repeat(64);

    private static final String NUMBER = "{\"n\":";
    private static final String AT = ",\"at\":\"";
    private static final String KIND = "\",\"kind\":\"";
    private static final String STEP = "\",\"step\":";
    private static final String DATA = ",\"data\":";
    private static final String PREVIOUS = ",\"previous\":\"";
    private static final String HASH = "\",\"hash\":\"";
    private static final String END = "\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryLine() {}

    static Entry next(long number, Instant at, EntryKind kind, String step, ObjectNode data, String previous) {
        String hash = hash(
                new EntryHash(), previous, Long.toString(number), at.toString(), kind.word(), step, data.toString());
        return new Entry(number, at, kind, step, data, previous, hash);
    }

    static String write(Entry entry) {
        return NUMBER
                + entry.number()
                + AT
                + entry.at()
                + KIND
                + entry.kind().word()
                + STEP
                + TextNode.valueOf(entry.step())
                + DATA
                + entry.data()
                + PREVIOUS
                + entry.previous()
                + HASH
                + entry.hash()
                + END;
    }

    /** An entry of a file, and whether its hash is the one of what it says, byte for byte. */
    record Read(Entry entry, boolean fits) {}

    /**
     * Empty for a line that is none. The frame of a line is what {@link #write} makes and nothing else, so that every byte of it is either fixed or under the hash. A quote inside a text has a backslash before it, so that
     * the marks are in no text.
     */
    static Optional<Read> read(String line, EntryHash closes) {
        int at = line.indexOf(AT);
        int kind = line.indexOf(KIND, at);
        int step = line.indexOf(STEP, kind);
        int data = line.indexOf(DATA, step);
        int previous = line.lastIndexOf(PREVIOUS);
        int hash = line.lastIndexOf(HASH);
        boolean framed = line.startsWith(NUMBER)
                && at > 0
                && kind > 0
                && step > 0
                && data > 0
                && previous >= data + DATA.length()
                && hash >= previous + PREVIOUS.length()
                && line.endsWith(END);
        return framed ? framed(line, closes, at, kind, step, data, previous, hash) : Optional.empty();
    }

    private static Optional<Read> framed(
            String line, EntryHash closes, int at, int kind, int step, int data, int previous, int hash) {
        String number = line.substring(NUMBER.length(), at);
        String time = line.substring(at + AT.length(), kind);
        String word = line.substring(kind + KIND.length(), step);
        String quoted = line.substring(step + STEP.length(), data);
        String said = line.substring(data + DATA.length(), previous);
        String before = line.substring(previous + PREVIOUS.length(), hash);
        String closing = line.substring(hash + HASH.length(), line.length() - END.length());
        Optional<EntryKind> known = EntryKind.ofWord(word);
        try {
            if (known.isEmpty() || !(JSON.readTree(said) instanceof ObjectNode object)) {
                return Optional.empty();
            }
            boolean plain = isPlain(quoted);
            String name = plain
                    ? quoted.substring(1, quoted.length() - 1)
                    : JSON.readTree(quoted).asText();
            Entry entry =
                    new Entry(Long.parseLong(number), UtcTime.parse(time), known.get(), name, object, before, closing);
            boolean asWritten = plain || TextNode.valueOf(name).toString().equals(quoted);
            return Optional.of(
                    new Read(entry, asWritten && closing.equals(hash(closes, before, number, time, word, name, said))));
        } catch (JsonProcessingException | DateTimeException | NumberFormatException broken) {
            return Optional.empty();
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

    private static String hash(
            EntryHash hash, String previous, String number, String at, String kind, String step, String data) {
        hash.part(previous);
        hash.part(number);
        hash.part(at);
        hash.part(kind);
        hash.part(step);
        hash.part(data);
        return hash.end();
    }
}
