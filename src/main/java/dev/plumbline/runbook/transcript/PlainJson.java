package dev.plumbline.runbook.transcript;

import static dev.plumbline.runbook.transcript.ByteText.mark;

/**
 * Knows at sight an object of JSON that is written without spaces, in letters of ASCII, and whose numbers are whole ones: the form of nearly all entries (RFC 8259, sections 2 to 7). It says nothing of any other text, which may be JSON all the
 * same.
 */
final class PlainJson {
    private static final byte[][] WORDS = {mark("true"), mark("false"), mark("null")};
    private static final int DEEPEST = 16;

    private final byte[] bytes;
    private final int to;
    private int at;

    private PlainJson(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    static boolean isObject(byte[] bytes, int from, int to) {
        PlainJson json = new PlainJson(bytes, from, to);
        return json.object(DEEPEST) && json.at == to;
    }

    private boolean object(int deepest) {
        if (deepest == 0 || !takes('{')) {
            return false;
        }
        if (takes('}')) {
            return true;
        }
        do {
            if (!text() || !takes(':') || !value(deepest)) {
                return false;
            }
        } while (takes(','));
        return takes('}');
    }

    private boolean array(int deepest) {
        if (!takes('[')) {
            return false;
        }
        if (takes(']')) {
            return true;
        }
        do {
            if (!value(deepest)) {
                return false;
            }
        } while (takes(','));
        return takes(']');
    }

    private boolean value(int deepest) {
        return switch (at < to ? bytes[at] : 0) {
            case '"' -> text();
            case '{' -> object(deepest - 1);
            case '[' -> deepest > 0 && array(deepest - 1);
            case 't', 'f', 'n' -> word();
            default -> number();
        };
    }

    private boolean text() {
        if (!takes('"')) {
            return false;
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != '"') {
            if (bytes[at] == '\\' && !escape()) {
                return false;
            }
            at++;
        }
        return takes('"');
    }

    /** Goes on to the letter behind the backslash; not for letters written by their number. */
    private boolean escape() {
        at++;
        return at < to && "\"\\/bfnrt".indexOf(bytes[at]) >= 0;
    }

    private boolean number() {
        if (takes('0')) {
            return true;
        }
        int begin = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > begin;
    }

    private boolean word() {
        for (byte[] word : WORDS) {
            if (ByteText.stands(bytes, word, at, to)) {
                at += word.length;
                return true;
            }
        }
        return false;
    }

    private boolean takes(char letter) {
        boolean stands = at < to && bytes[at] == letter;
        at += stands ? 1 : 0;
        return stands;
    }
}
