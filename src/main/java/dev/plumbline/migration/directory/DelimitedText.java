package dev.plumbline.migration.directory;

import java.util.ArrayList;
import java.util.List;

/** Text cut at a delimiter of the file's own, outside of quotes; comments before a statement are its lead, and so is a blank. */
final class DelimitedText {
    private final String text;
    private final String delimiter;
    private final boolean ownLine;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private DelimitedText(String text, int from, String delimiter) {
        this.text = text;
        this.delimiter = delimiter;
        this.ownLine = !delimiter.contains("\n") && delimiter.startsWith("--");
        this.at = from;
    }

    /** {@code begin} is the place of its first character in the text. */
    record Piece(String lead, int begin, String text) {}

    static List<Piece> cut(String text, int from, String delimiter) {
        DelimitedText all = new DelimitedText(text, from, delimiter);
        while (all.at < text.length()) {
            all.next();
        }
        return all.pieces;
    }

    private void next() {
        int start = at;
        int end = text.length();
        while (at < text.length()) {
            if (text.startsWith(delimiter, at)) {
                end = at;
                at += delimiter.length();
                break;
            }
            skipOne();
        }
        add(start, Math.min(end, text.length()));
    }

    private void add(int start, int end) {
        int begin = behindComments(start, end);
        String statement = text.substring(begin, end).strip();
        if (!statement.isEmpty()) {
            int first = begin + text.substring(begin, end).indexOf(statement);
            pieces.add(new Piece(text.substring(start, first), first, statement));
        }
    }

    private int behindComments(int start, int end) {
        int here = start;
        while (here < end) {
            if (Character.isWhitespace(text.charAt(here))) {
                here++;
            } else if (text.startsWith("--", here) || text.charAt(here) == '#') {
                int newline = text.indexOf('\n', here);
                here = newline < 0 ? end : newline;
            } else if (text.startsWith("/*", here)) {
                int close = text.indexOf("*/", here + 2);
                here = close < 0 ? end : close + 2;
            } else {
                break;
            }
        }
        return Math.min(here, end);
    }

    private void skipOne() {
        char here = text.charAt(at);
        if (here == '\'' || here == '"') {
            int close = text.indexOf(here, at + 1);
            at = close < 0 ? at + 1 : close + 1;
        } else if (!ownLine && text.startsWith("--", at) && !delimiter.startsWith("\n")) {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline;
        } else {
            at++;
        }
    }
}
