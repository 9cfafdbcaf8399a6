package dev.plumbline.model.statement;

import java.nio.charset.StandardCharsets;

/**
 * What the words of a statement say about where it can end, as psql has it (psqlscan.l, version 15 on): only after CREATE [OR REPLACE] FUNCTION or PROCEDURE do BEGIN, CASE and END
 * count; and only a COPY ... FROM STDIN has rows behind it.
 */
final class FirstWords {
    private enum Read {
        NOTHING,
        CREATE,
        CREATE_OR,
        CREATE_OR_REPLACE,
        ROUTINE,
        COPY,
        COPY_FROM,
        ENOUGH
    }

    private static final String MARKS = "'\"-/$\\;";
    private static final byte[] PLAIN = Bytes.allBut(MARKS, false);
    /** Outside of a body no other word of a routine counts, and few begin with this letter. */
    private static final byte[] PLAIN_BUT_BEGIN = Bytes.allBut(MARKS + "bB", false);

    private static final byte[] PLAIN_BUT_WORDS = Bytes.allBut(MARKS, true);

    private static final byte[] CREATE = word("create");
    private static final byte[] OR = word("or");
    private static final byte[] REPLACE = word("replace");
    private static final byte[] FUNCTION = word("function");
    private static final byte[] PROCEDURE = word("procedure");
    private static final byte[] BEGIN = word("begin");
    private static final byte[] CASE = word("case");
    private static final byte[] END = word("end");
    private static final byte[] COPY = word("copy");
    private static final byte[] FROM = word("from");
    private static final byte[] STDIN = word("stdin");

    private Read read = Read.ENOUGH;
    private int depth;
    private boolean readsRows;
    private byte[] passed = PLAIN;

    private static byte[] word(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /** Of a statement that begins with this byte: only CREATE and COPY are looked at. */
    void begin(int first) {
        read = first == 'c' || first == 'C' ? Read.NOTHING : Read.ENOUGH;
        depth = 0;
        passed = upToNext();
        readsRows = false;
    }

    /** What can be passed over up to the next word that can matter. */
    byte[] passed() {
        return passed;
    }

    private byte[] upToNext() {
        return switch (read) {
            case ENOUGH -> PLAIN;
            case ROUTINE -> depth == 0 ? PLAIN_BUT_BEGIN : PLAIN_BUT_WORDS;
            default -> PLAIN_BUT_WORDS;
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
        switch (read) {
            case NOTHING ->
                read = is(CREATE, bytes, at, length)
                        ? Read.CREATE
                        : is(COPY, bytes, at, length) ? Read.COPY : Read.ENOUGH;
            case CREATE -> read = is(OR, bytes, at, length) ? Read.CREATE_OR : routineOrEnough(bytes, at, length);
            case CREATE_OR -> read = is(REPLACE, bytes, at, length) ? Read.CREATE_OR_REPLACE : Read.ENOUGH;
            case CREATE_OR_REPLACE -> read = routineOrEnough(bytes, at, length);
            case ROUTINE -> depth += inParentheses ? 0 : deeper(bytes, at, length);
            case COPY, COPY_FROM -> {
                readsRows |= read == Read.COPY_FROM && is(STDIN, bytes, at, length);
                read = is(FROM, bytes, at, length) ? Read.COPY_FROM : Read.COPY;
            }
            case ENOUGH -> {}
        }
        passed = upToNext();
    }

    private static Read routineOrEnough(byte[] bytes, int at, int length) {
        return is(FUNCTION, bytes, at, length) || is(PROCEDURE, bytes, at, length) ? Read.ROUTINE : Read.ENOUGH;
    }

    private int deeper(byte[] bytes, int at, int length) {
        if (is(BEGIN, bytes, at, length) || depth > 0 && is(CASE, bytes, at, length)) {
            return 1;
        }
        return depth > 0 && is(END, bytes, at, length) ? -1 : 0;
    }

    private static boolean is(byte[] word, byte[] bytes, int at, int length) {
        if (word.length != length) {
            return false;
        }
        for (int letter = 0; letter < length; letter++) {
            // Of all bytes only a letter in either case becomes that letter so.
            if ((bytes[at + letter] | 0x20) != word[letter]) {
                return false;
            }
        }
        return true;
    }
}
