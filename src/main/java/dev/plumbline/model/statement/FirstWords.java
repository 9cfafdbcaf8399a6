package dev.plumbline.model.statement;

/**
 * What the words of a statement say about where it can end, as psql has it (psqlscan.l, version 15 on): only after CREATE [OR REPLACE] FUNCTION or PROCEDURE do BEGIN, CASE and END
 * count; and only a COPY ... FROM STDIN has rows behind it.
 */
final class FirstWords {
    private static final int LOOKED_AT = 4;

    private final char[] first = new char[LOOKED_AT];
    private final boolean silent;
    private int count;
    private int depth;
    private boolean from;
    private boolean readsRows;

    private static final FirstWords SILENT = new FirstWords(true);

    private FirstWords(boolean silent) {
        this.silent = silent;
    }

    /** Of a statement that begins with this byte: only CREATE and COPY are looked at. */
    static FirstWords of(int begin) {
        return begin == 'c' || begin == 'C' ? new FirstWords(false) : SILENT;
    }

    /** Whether further words can still matter. */
    boolean matter() {
        if (silent) {
            return false;
        }
        return switch (count) {
            case 0 -> true;
            case 1 -> first[0] != '-';
            case 2 -> first[0] == 'y' || first[1] == 'o' || isRoutine();
            case 3 -> first[0] == 'y' || first[2] == 'r' || isRoutine();
            default -> first[0] == 'y' || isRoutine();
        };
    }

    boolean isInBody() {
        return depth > 0;
    }

    /** Rows follow the statement, up to a line of a backslash and a dot. */
    boolean readsRows() {
        return readsRows;
    }

    /** The word of so many bytes that begins here. */
    void take(byte[] bytes, int at, int length, boolean inParentheses) {
        if (count < LOOKED_AT) {
            first[count] = initial(bytes, at, length);
        }
        count++;
        if (first[0] == 'y') {
            readsRows |= from && is("stdin", bytes, at, length);
            from = is("from", bytes, at, length);
        } else if (isRoutine() && !inParentheses) {
            if (is("begin", bytes, at, length)) {
                depth++;
            } else if (depth > 0 && is("case", bytes, at, length)) {
                depth++;
            } else if (depth > 0 && is("end", bytes, at, length)) {
                depth--;
            }
        }
    }

    /** As psql notes it, with a letter of our own for COPY. */
    private static char initial(byte[] bytes, int at, int length) {
        String word = switch (length) {
            case 2 -> "or";
            case 4 -> "copy";
            case 6 -> "create";
            case 7 -> "replace";
            case 8 -> "function";
            case 9 -> "procedure";
            default -> "";
        };
        if (word.isEmpty() || !is(word, bytes, at, length)) {
            return '-';
        }
        return length == 4 ? 'y' : word.charAt(0);
    }

    private static boolean is(String word, byte[] bytes, int at, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int letter = 0; letter < length; letter++) {
            if (Bytes.lower(bytes[at + letter]) != word.charAt(letter)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRoutine() {
        boolean replaced = first[1] == 'o' && first[2] == 'r';
        char kind = first[replaced ? 3 : 1];
        return first[0] == 'c' && (kind == 'f' || kind == 'p');
    }
}
