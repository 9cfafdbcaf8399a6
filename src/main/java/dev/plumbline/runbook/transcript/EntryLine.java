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

    private static final String DATA = ",\"data\":";
    private static final String PREVIOUS = ",\"previous\":";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryLine() {}

    static Entry next(long number, Instant at, EntryKind kind, String step, ObjectNode data, String previous) {
        String hash = hash(previous, number, at.toString(), kind.word(), step, data.toString());
        return new Entry(number, at, kind, step, data, previous, hash);
    }

    static String write(Entry entry) {
        return write(entry, entry.at().toString(), entry.data().toString());
    }

    private static String write(Entry entry, String at, String said) {
        return "{\"n\":" + entry.number() + ",\"at\":\"" + at + "\",\"kind\":\""
                + entry.kind().word() + "\",\"step\":" + TextNode.valueOf(entry.step()) + DATA + said + PREVIOUS + "\""
                + entry.previous() + "\",\"hash\":\"" + entry.hash() + "\"}";
    }

    /** An entry of a file, and whether its hash is the one of what it says, byte for byte. */
    record Read(Entry entry, boolean fits) {}

    /** Empty for a line that is none. */
    static Optional<Read> read(String line) {
        try {
            if (!(JSON.readTree(line) instanceof ObjectNode object)
                    || !(object.path("data") instanceof ObjectNode data)) {
                return Optional.empty();
            }
            Instant at = Instant.parse(object.path("at").asText());
            return EntryKind.ofWord(object.path("kind").asText())
                    .map(kind -> new Entry(
                            object.path("n").asLong(),
                            at,
                            kind,
                            object.path("step").asText(),
                            data,
                            object.path("previous").asText(),
                            object.path("hash").asText()))
                    .map(entry -> new Read(entry, fits(entry, line)));
        } catch (JsonProcessingException | DateTimeException broken) {
            return Optional.empty();
        }
    }

    /** The data as it stands in the line. A quote inside a text has a backslash before it, so that these marks are in no text. */
    private static String said(String line) {
        int from = line.indexOf(DATA);
        int to = line.lastIndexOf(PREVIOUS);
        return from < 0 || to < from ? "" : line.substring(from + DATA.length(), to);
    }

    private static boolean fits(Entry entry, String line) {
        String at = entry.at().toString();
        String said = said(line);
        return write(entry, at, said).equals(line)
                && entry.hash()
                        .equals(hash(
                                entry.previous(),
                                entry.number(),
                                at,
                                entry.kind().word(),
                                entry.step(),
                                said));
    }

    private static String hash(String previous, long number, String at, String kind, String step, String data) {
        MessageDigest digest = sha256();
        part(digest, previous);
        part(digest, Long.toString(number));
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
