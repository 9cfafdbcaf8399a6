package dev.plumbline.runbook.step;

import java.util.BitSet;

/** Which characters of SQL stand inside quotes, dollar quotes or comments (PostgreSQL 18 manual, 4.1.2 and 4.1.5). What is not closed reaches to the end. */
final class QuotedText {
    private final String sql;
    private final BitSet inside = new BitSet();
    private int at;

    private QuotedText(String sql) {
        this.sql = sql;
    }

    static QuotedText of(String sql) {
        QuotedText text = new QuotedText(sql);
        while (text.at < sql.length()) {
            text.next();
        }
        return text;
    }

    boolean covers(int index) {
        return inside.get(index);
    }

    private void next() {
        char here = sql.charAt(at);
        if (here == '\'') {
            quoted('\'', isEscapeString());
        } else if (here == '"') {
            quoted('"', false);
        } else if (sql.startsWith("--", at)) {
            int newline = sql.indexOf('\n', at);
            through(newline < 0 ? sql.length() : newline);
        } else if (sql.startsWith("/*", at)) {
            comment();
        } else if (here == '$' && !isPartOfName()) {
            dollar();
        } else {
            at++;
        }
    }

    /** An E that is a word of its own; the one at the end of {@code date'\'} opens no escapes. */
    private boolean isEscapeString() {
        return at > 0
                && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E')
                && (at == 1 || !isOfName(sql.charAt(at - 2)));
    }

    private boolean isPartOfName() {
        return at > 0 && isOfName(sql.charAt(at - 1));
    }

    private static boolean isOfName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '$' || letter >= 0x80;
    }

    private void quoted(char quote, boolean escapes) {
        int end = at + 1;
        while (end < sql.length()) {
            char each = sql.charAt(end);
            if (escapes && each == '\\') {
                end += 2;
            } else if (each == quote) {
                break;
            } else {
                end++;
            }
        }
        through(Math.min(sql.length(), end + 1));
    }

    private void comment() {
        int depth = 0;
        int end = at;
        do {
            if (sql.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (sql.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else {
                end++;
            }
        } while (depth > 0 && end < sql.length());
        through(Math.min(sql.length(), end));
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        if (end >= sql.length() || sql.charAt(end) != '$') {
            at++;
            return;
        }
        String tag = sql.substring(at, end + 1);
        int close = sql.indexOf(tag, end + 1);
        through(close < 0 ? sql.length() : close + tag.length());
    }

    private void through(int end) {
        inside.set(at, end);
        at = end;
    }
}
