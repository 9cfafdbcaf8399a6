package dev.plumbline.runbook.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
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
        String hash = hash(previous, Long.toString(number), at.toString(), kind.word(), step, data.toString());
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
    static Optional<Read> read(String line) {
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
        return framed ? framed(line, at, kind, step, data, previous, hash) : Optional.empty();
    }

    private static Optional<Read> framed(String line, int at, int kind, int step, int data, int previous, int hash) {
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
            String name = unquoted(quoted);
            Entry entry =
                    new Entry(Long.parseLong(number), Instant.parse(time), known.get(), name, object, before, closing);
            boolean asWritten = TextNode.valueOf(name).toString().equals(quoted);
            return Optional.of(
                    new Read(entry, asWritten && closing.equals(hash(before, number, time, word, name, said))));
        } catch (JsonProcessingException | DateTimeException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    /** A text without a backslash stands for itself. */
    private static String unquoted(String quoted) throws JsonProcessingException {
        boolean plain =
                quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\"") && quoted.indexOf('\\') < 0;
        return plain
                ? quoted.substring(1, quoted.length() - 1)
                : JSON.readTree(quoted).asText();
    }

    private static String hash(String previous, String number, String at, String kind, String step, String data) {
        MessageDigest digest = sha256();
        part(digest, previous);
        part(digest, number);
        part(digest, at);
        part(digest, kind);
        part(digest, step);
        part(digest, data);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
