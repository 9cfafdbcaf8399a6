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

    void take(String word, boolean inParentheses) {
        if (count < LOOKED_AT) {
            first[count] = initial(word);
        }
        count++;
        if (first[0] == 'y') {
            readsRows |= from && word.equals("stdin");
            from = word.equals("from");
        } else if (isRoutine() && !inParentheses) {
            switch (word) {
                case "begin" -> depth++;
                case "case" -> depth += depth > 0 ? 1 : 0;
                case "end" -> depth -= depth > 0 ? 1 : 0;
                default -> {}
            }
        }
    }

    /** As psql notes it, with a letter of our own for COPY. */
    private static char initial(String word) {
        return switch (word) {
            case "create", "function", "procedure", "or", "replace" -> word.charAt(0);
            case "copy" -> 'y';
            default -> '-';
        };
    }

    private boolean isRoutine() {
        boolean replaced = first[1] == 'o' && first[2] == 'r';
        char kind = first[replaced ? 3 : 1];
        return first[0] == 'c' && (kind == 'f' || kind == 'p');
    }
}
