package dev.plumbline.model.statement;

import java.nio.charset.StandardCharsets;

/**
 * Finds where statements begin and end in UTF-8 text, as psql does: a semicolon ends one, but not within quotes, dollar quotes, comments, parentheses and the body of a function between BEGIN and
 * END (PostgreSQL manual 4.1; psqlscan.l). A backslash outside of all these begins a command to psql, up to the end of its line. One pass, in memory that does not grow with the text.
 */
public final class StatementScanner {
    private static final byte[] NAME = Bytes.nameParts();

    /** Longer than any that means something. */
    private static final int LONGEST_WORD = 32;

    private final Window window;
    private final Quotes quotes;
    private final Marks marks;
    private final NamesBefore names;
    private final Sink sink;
    private long lead;
    private long begin;
    private int beginLine;
    private final FirstWords words = new FirstWords();

    private StatementScanner(Window window, Sink sink) {
        this.window = window;
        this.quotes = new Quotes(window);
        this.marks = new Marks(window);
        this.names = new NamesBefore(window);
        this.sink = sink;
    }

    /** Takes each piece as soon as its end is known. */
    public interface Sink {
        void take(Span span);
    }

    /** Where bytes come from, piece by piece: as {@code InputStream.read}, at least one byte each time and -1 at the end. */
    public interface Source {
        int read(byte[] into, int from, int length);
    }

    public enum Kind {
        STATEMENT,
        /** A command to psql. */
        COMMAND,
        /** A COPY whose rows follow it. */
        WITH_ROWS
    }

    /**
     * A piece of the text, in bytes from 0: {@code lead} is where the blanks and comments before it begin, {@code begin} its first byte, {@code end} the one behind its last,
     * the semicolon not included. {@code line} is that of {@code begin}, from 1. {@code closed} is false when the text ended before the piece did.
     */
    public record Span(Kind kind, long lead, long begin, long end, int line, boolean closed) {}

    public static void scan(byte[] text, Sink sink) {
        new StatementScanner(new Window(text), sink).run();
    }

    public static void scan(Source text, Sink sink) {
        new StatementScanner(new Window(text), sink).run();
    }

    private void run() {
        while (findBegin()) {
            if (window.bytes[window.at] == '\\') {
                command();
            } else {
                statement();
            }
        }
    }

    /** Past blanks, comments and lone semicolons. */
    private boolean findBegin() {
        lead = window.place();
        while (window.more()) {
            int here = window.bytes[window.at] & 0xff;
            if (Bytes.isSpace(here)) {
                window.line += here == '\n' ? 1 : 0;
                window.at++;
            } else if (here == ';') {
                window.at++;
                lead = window.place();
            } else if (here == '-' && window.peek(1) == '-') {
                quotes.line();
            } else if (here == '/' && window.peek(1) == '*') {
                quotes.comment();
            } else {
                begin = window.place();
                beginLine = window.line;
                return true;
            }
        }
        return false;
    }

    private void command() {
        quotes.line();
        tell(Kind.COMMAND, true);
    }

    private void tell(Kind kind, boolean closed) {
        sink.take(new Span(kind, lead, begin, window.place(), beginLine, closed));
    }

    private void statement() {
        marks.begin();
        names.beginHere();
        words.begin(window.bytes[window.at]);
        while (marks.next(words.passed())) {
            int here = window.bytes[window.at] & 0xff;
            if (here == ';' && !marks.inParentheses() && !words.isInBody()) {
                tell(words.readsRows() ? Kind.WITH_ROWS : Kind.STATEMENT, true);
                window.at++;
                if (words.readsRows()) {
                    passRows();
                }
                return;
            }
            if (here == '\\') {
                tell(words.readsRows() ? Kind.WITH_ROWS : Kind.STATEMENT, true);
                return;
            }
            mark(here);
        }
        tell(words.readsRows() ? Kind.WITH_ROWS : Kind.STATEMENT, false);
    }

    private void mark(int here) {
        switch (here) {
            case ';' -> window.at++;
            case '\'', '"', '-', '/', '$' -> quoteOrMark(here);
            default -> word();
        }
    }

    private void quoteOrMark(int here) {
        if (here == '$' && names.isInName()) {
            window.at++;
            return;
        }
        switch (here) {
            case '\'' -> quotes.string(names.isEscape());
            case '"' -> quotes.name();
            case '-' -> lineCommentOrMark();
            case '/' -> commentOrMark();
            default -> quotes.dollar();
        }
        names.beginHere();
    }

    private void lineCommentOrMark() {
        if (window.peek(1) == '-') {
            quotes.line();
        } else {
            window.at++;
        }
    }

    private void commentOrMark() {
        if (window.peek(1) == '*') {
            quotes.comment();
        } else {
            window.at++;
        }
    }

    private void word() {
        if (!names.isFirstLetter()) {
            window.at++;
            return;
        }
        int length = window.length(NAME, LONGEST_WORD);
        words.take(window.bytes, window.at, length, marks.inParentheses());
        window.at += length;
        while (length == LONGEST_WORD) {
            length = window.length(NAME, LONGEST_WORD);
            window.at += length;
        }
    }

    /** Up to the line behind the one of a backslash and a dot. */
    private void passRows() {
        byte[] end = "\\.".getBytes(StandardCharsets.US_ASCII);
        quotes.line();
        while (window.more()) {
            window.at++;
            window.line++;
            boolean last = window.peek(0) == end[0] && window.peek(1) == end[1];
            quotes.line();
            if (last) {
                return;
            }
        }
    }
}
