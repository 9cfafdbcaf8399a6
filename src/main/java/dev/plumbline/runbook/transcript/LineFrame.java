package dev.plumbline.runbook.transcript;

import static dev.plumbline.runbook.transcript.ByteText.find;
import static dev.plumbline.runbook.transcript.ByteText.findLast;
import static dev.plumbline.runbook.transcript.ByteText.mark;
import static dev.plumbline.runbook.transcript.ByteText.stands;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of an entry's line stand in the bytes of its file. The bytes are shared by the lines that were read together and never changed. The frame is what {@link EntryLine#next} writes and nothing
 * else, so that every byte of a line is either fixed or under its hash.
 */
final class LineFrame {
    private static final byte[] NUMBER = mark("{\"n\":");
    private static final byte[] AT = mark(",\"at\":\"");
    private static final byte[] KIND = mark("\",\"kind\":\"");
    private static final byte[] STEP = mark("\",\"step\":");
    private static final byte[] DATA = mark(",\"data\":");
    private static final byte[] PREVIOUS = mark(",\"previous\":\"");
    private static final byte[] HASH = mark("\",\"hash\":\"");
    private static final byte[] END = mark("\"}");
    private static final int DIGITS = 18;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int at;
    private final int kind;
    private final int step;
    private final int data;
    private final int previous;
    private final int hash;

    /** A quote inside a text has a backslash before it, so that the marks are in no text. */
    private LineFrame(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.at = find(bytes, AT, from, to);
        this.kind = find(bytes, KIND, at, to);
        this.step = find(bytes, STEP, kind, to);
        this.data = find(bytes, DATA, step, to);
        this.hash = findLast(bytes, HASH, from, to);
        this.previous = findLast(bytes, PREVIOUS, from, to);
    }

    /** Null for a line that has another frame; it ends before {@code to}, without its newline. */
    static @Nullable LineFrame of(byte[] bytes, int from, int to) {
        LineFrame frame = new LineFrame(bytes, from, to);
        return frame.isWhole() ? frame : null;
    }

    private boolean isWhole() {
        return data > 0
                && previous >= data + DATA.length
                && hash >= previous + PREVIOUS.length
                && stands(bytes, NUMBER, from, to)
                && stands(bytes, END, to - END.length, to);
    }

    /** -1 where it is none of {@value #DIGITS} digits or less. */
    long number() {
        int begin = from + NUMBER.length;
        long number = at - begin > DIGITS || at == begin ? -1 : 0;
        for (int place = begin; place < at && number >= 0; place++) {
            int digit = bytes[place] - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        return number;
    }

    String at() {
        return ascii(at + AT.length, kind);
    }

    /** Null where it is none that is known. */
    @Nullable
    EntryKind kind() {
        return EntryKind.ofWord(bytes, kind + KIND.length, step);
    }

    /** In quotes, as JSON writes a text. */
    String quotedStep() {
        return new String(bytes, step + STEP.length, data - step - STEP.length, StandardCharsets.UTF_8);
    }

    String said() {
        int begin = data + DATA.length;
        return new String(bytes, begin, previous - begin, StandardCharsets.UTF_8);
    }

    /** Whether this stands in what it says. */
    boolean says(byte[] mark) {
        return find(bytes, mark, data + DATA.length, previous) >= 0;
    }

    /** Whether what it says is known at sight to be an object of JSON. */
    boolean isPlain() {
        return PlainJson.isObject(bytes, data + DATA.length, previous);
    }

    String hash() {
        return ascii(hash + HASH.length, to - END.length);
    }

    /** Whether it names the hash of the line before it, null for none. */
    boolean follows(@Nullable LineFrame before) {
        int begin = previous + PREVIOUS.length;
        if (before == null) {
            return ascii(begin, hash).equals(EntryLine.ROOT);
        }
        int end = before.to - END.length;
        return Arrays.equals(bytes, begin, hash, before.bytes, before.hash + HASH.length, end);
    }

    /** Whether its hash is the one of what it says, byte for byte. */
    boolean isClosed(String step, EntryHash closes) {
        closes.part(bytes, previous + PREVIOUS.length, hash);
        closes.part(bytes, from + NUMBER.length, at);
        closes.part(bytes, at + AT.length, kind);
        closes.part(bytes, kind + KIND.length, this.step);
        closes.part(step);
        closes.part(bytes, data + DATA.length, previous);
        return closes.endsAs(bytes, hash + HASH.length, to - END.length);
    }

    byte[] line() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private String ascii(int begin, int end) {
        return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}
