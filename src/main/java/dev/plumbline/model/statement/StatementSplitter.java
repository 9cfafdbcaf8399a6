package dev.plumbline.model.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text at its semicolons as psql does: not within quotes, dollar quotes, comments, parentheses and BEGIN ATOMIC bodies (PostgreSQL manual
 * 4.1). A backslash command goes to the end of its line and is no statement of the server; it comes out as a part of its own. The rows behind a COPY
 * from standard input are left out.
 */
public final class StatementSplitter {
    private static final String END_OF_ROWS = "\n\\.";
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int start;
    private int at;
    private int parentheses;
    private int atomic;
    private boolean begun;
    private int line = 1;
    private int counted;

    private StatementSplitter(String text) {
        this.text = text;
    }

    /** A statement without its semicolon, and the line that it begins on, from 1. */
    public record Part(int line, String text) {
        /** A command to psql, which no server understands. */
        public boolean isBackslashCommand() {
            return text.startsWith("\\");
        }
    }

    public static List<Part> split(String text) {
        StatementSplitter splitter = new StatementSplitter(text);
        splitter.run();
        return splitter.parts;
    }

    private void run() {
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '\'') {
                skipQuoted('\'', isEscapeString());
            } else if (here == '"') {
                skipQuoted('"', false);
            } else if (text.startsWith("--", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                at = Comments.end(text, at);
            } else if (here == '$' && !isNamePart(at - 1)) {
                skipDollar();
            } else if (here == '\\') {
                backslash();
            } else if (isNamePart(at)) {
                word();
            } else {
                mark(here);
            }
        }
        end(text.length());
    }

    private void backslash() {
        end(at);
        start = at;
        int newline = text.indexOf('\n', at);
        at = newline < 0 ? text.length() : newline;
        end(at);
        start = at;
        parentheses = 0;
        atomic = 0;
    }

    private void mark(char here) {
        parentheses += here == '(' ? 1 : here == ')' && parentheses > 0 ? -1 : 0;
        if (here == ';' && parentheses == 0 && atomic == 0) {
            boolean rows = end(at);
            start = at + 1;
            if (rows) {
                skipTo(END_OF_ROWS);
                start = at;
                at--;
            }
        }
        at++;
    }

    private void word() {
        int begin = at;
        while (isNamePart(at)) {
            at++;
        }
        String word = text.substring(begin, at);
        if (begun && word.equalsIgnoreCase("ATOMIC")) {
            atomic++;
        } else if (atomic > 0 && word.equalsIgnoreCase("CASE")) {
            atomic++;
        } else if (atomic > 0 && word.equalsIgnoreCase("END")) {
            atomic--;
        }
        begun = word.equalsIgnoreCase("BEGIN");
    }

    private boolean isEscapeString() {
        return at > 0 && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e') && !isNamePart(at - 2);
    }

    private void skipQuoted(char quote, boolean escapes) {
        at++;
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (escapes && here == '\\') {
                at++;
            } else if (here == quote) {
                return;
            }
        }
    }

    private void skipDollar() {
        int end = at + 1;
        while (end < text.length() && isNamePart(end) && text.charAt(end) != '$') {
            end++;
        }
        boolean tag = end < text.length()
                && text.charAt(end) == '$'
                && (end == at + 1 || !Character.isDigit(text.charAt(at + 1)));
        if (!tag) {
            at++;
            return;
        }
        String mark = text.substring(at, end + 1);
        at = end + 1;
        skipTo(mark);
    }

    private void skipTo(String mark) {
        int found = text.indexOf(mark, at);
        at = found < 0 ? text.length() : found + mark.length();
    }

    private boolean isNamePart(int place) {
        if (place < 0 || place >= text.length()) {
            return false;
        }
        char here = text.charAt(place);
        return here == '_' || here > 127 || Character.isLetterOrDigit(here);
    }

    /** True when rows for the statement stand behind it. */
    private boolean end(int until) {
        begun = false;
        String statement = text.substring(Math.min(start, until), until);
        int begin = Words.begin(statement);
        if (begin == statement.length()) {
            return false;
        }
        countLines(start + begin);
        parts.add(new Part(line, statement.substring(begin).strip()));
        return readsRows(Words.of(statement));
    }

    private static boolean readsRows(List<Words.Word> words) {
        if (words.isEmpty() || !words.get(0).keyword().equals("COPY")) {
            return false;
        }
        for (int number = 1; number < words.size(); number++) {
            if (words.get(number).keyword().equals("STDIN")
                    && words.get(number - 1).keyword().equals("FROM")) {
                return true;
            }
        }
        return false;
    }

    private void countLines(int until) {
        for (; counted < until; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
    }
}
