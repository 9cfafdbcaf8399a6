package dev.plumbline.model;

/**
 * An SQL identifier as the catalog stores it: 1 to 63 bytes of UTF-8, no NUL (PostgreSQL manual 4.1.1, {@code NAMEDATALEN}).
 *
 * <p>What the server would refuse or silently cut is refused here first, so that two inputs never become one object.
 */
public record Name(String text) implements Comparable<Name> {
    public static final int MAX_BYTES = 63;

    public Name {
        if (text.isEmpty()) {
            throw new RefusedName(text, "is empty");
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedName(text, "holds a NUL, which no server can store");
        }
        int bytes = bytesOf(text);
        if (bytes > MAX_BYTES) {
            throw new RefusedName(
                    text,
                    "is " + bytes + " bytes long; the server would cut it to " + MAX_BYTES + " without saying so");
        }
    }

    public static Name of(String text) {
        return new Name(text);
    }

    /** The longest prefix that fits into 63 bytes, cut at a character edge as the server cuts it. */
    public static Name cut(String text) {
        int end = text.length();
        while (bytesOf(text.substring(0, end)) > MAX_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        return new Name(text.substring(0, end));
    }

    /** The name with everything that could deceive the eye written as escapes; for screens and messages. */
    public String shown() {
        return Visible.text(text);
    }

    private static int bytesOf(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < 0x80) {
                bytes += 1;
            } else if (letter < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(letter)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(letter)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                bytes += 4;
                at++;
            } else {
                throw new RefusedName(text, "holds half of a character pair, which UTF-8 cannot carry");
            }
        }
        return bytes;
    }

    @Override
    public int compareTo(Name other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return shown();
    }
}
