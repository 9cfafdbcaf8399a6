package dev.plumbline.model.statement;

/** What a byte means where statements are cut. Bytes above 127 are letters to the server, whatever the encoding (PostgreSQL manual 4.1.1). */
final class Bytes {
    private Bytes() {}

    /** In a table: may be passed over. */
    static final byte PLAIN = 0;
    /** In a table: may be passed over, and opens a parenthesis. */
    static final byte OPENS = 1;
    /** In a table: may be passed over, and closes a parenthesis. */
    static final byte CLOSES = -1;
    /** In a table: may be passed over, and ends a line. */
    static final byte LINE = 2;
    /** In a table: is to be looked at. */
    static final byte MARK = 3;

    /** A table of the bytes that a loop may pass over. */
    static byte[] allBut(String marks, boolean letters) {
        byte[] table = new byte[256];
        table['('] = OPENS;
        table[')'] = CLOSES;
        table['\n'] = LINE;
        for (int each = 0; each < table.length; each++) {
            if (marks.indexOf(each) >= 0 || letters && startsName(each)) {
                table[each] = MARK;
            }
        }
        return table;
    }

    /** A table in which all that can stand in a name may be passed over. */
    static byte[] nameParts() {
        byte[] table = new byte[256];
        for (int each = 0; each < table.length; each++) {
            table[each] = isNamePart(each) ? PLAIN : MARK;
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
}
