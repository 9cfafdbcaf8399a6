package dev.plumbline.model.statement;

/** What a byte means where statements are cut. Bytes above 127 are letters to the server, whatever the encoding (PostgreSQL manual 4.1.1). */
final class Bytes {
    private Bytes() {}

    /** In a table: may be passed over. */
    static final byte PLAIN = 0;
    /** In a table: may be passed over, and ends a line. */
    static final byte LINE = 1;
    /** In a table: is to be looked at. */
    static final byte MARK = 2;

    /** A table of the bytes that a loop may pass over. */
    static byte[] allBut(String marks, boolean letters) {
        byte[] table = new byte[256];
        table['\n'] = LINE;
        for (int each = 0; each < table.length; each++) {
            if (marks.indexOf(each) >= 0 || letters && startsName(each)) {
                table[each] = MARK;
            }
        }
        return table;
    }

    static boolean startsName(int value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z' || value == '_' || value > 127;
    }

    static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }

    static boolean isNamePart(int value) {
        return startsName(value) || isDigit(value) || value == '$';
    }

    /** As the server's scanner has it (scan.l). */
    static boolean isSpace(int value) {
        return value == ' ' || value >= '\t' && value <= '\r';
    }

    /** As a letter in lower case, of ASCII; others stay what they are. */
    static char lower(byte value) {
        return (char) (value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value & 0xff);
    }
}
