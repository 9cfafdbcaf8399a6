package dev.plumbline.model.statement;

import java.util.Arrays;

/** Goes past strings, quoted names, dollar quotes and comments (PostgreSQL manual 4.1.2, 4.1.5), each from its first byte on. */
final class Quotes {
    private final Window window;

    Quotes(Window window) {
        this.window = window;
    }

    void string(boolean escapes) {
        boolean again = true;
        while (again) {
            window.at++;
            inString(escapes);
            again = escapes && goesOnBelow();
        }
    }

    private void inString(boolean escapes) {
        char backslash = escapes ? '\\' : '\'';
        while (window.find('\'', backslash)) {
            int mark = window.bytes[window.at];
            window.at++;
            if (mark == '\'') {
                return;
            }
            if (window.more()) {
                window.line += window.bytes[window.at] == '\n' ? 1 : 0;
                window.at++;
            }
        }
    }

    /** An escape string goes on in another that follows on a later line, with nothing but blanks and comments of a line between (manual 4.1.2.1). */
    private boolean goesOnBelow() {
        int further = 0;
        int below = 0;
        while (true) {
            int next = window.peek(further);
            if (next == '\n') {
                below++;
                further++;
            } else if (Bytes.isSpace(next)) {
                further++;
            } else if (next == '-' && window.peek(further + 1) == '-') {
                further = endOfLine(further);
            } else {
                break;
            }
        }
        if (below == 0 || window.peek(further) != '\'') {
            return false;
        }
        window.at += further;
        window.line += below;
        return true;
    }

    private int endOfLine(int from) {
        int further = from;
        for (int next = window.peek(further); next != '\n' && next >= 0; next = window.peek(further)) {
            further++;
        }
        return further;
    }

    void name() {
        window.at++;
        while (window.find('"', '"')) {
            window.at++;
            if (window.back(1) == '"') {
                return;
            }
        }
    }

    /** Up to the end of the line, which is left. */
    void line() {
        window.find('\n', '\n');
    }

    /** A comment between slash and star, which may hold others. */
    void comment() {
        int depth = 1;
        window.at += 2;
        while (depth > 0 && window.find('*', '/')) {
            int mark = window.bytes[window.at];
            int next = window.peek(1);
            boolean opens = mark == '/' && next == '*';
            boolean closes = mark == '*' && next == '/';
            depth += opens ? 1 : closes ? -1 : 0;
            window.at += opens || closes ? 2 : 1;
        }
    }

    /** False, and nothing passed but the mark itself, where no dollar quote begins here. */
    boolean dollar() {
        window.at++;
        int length = 0;
        int next = window.peek(0);
        while (Bytes.startsName(next) || length > 0 && Bytes.isDigit(next)) {
            length++;
            next = window.peek(length);
        }
        if (next != '$') {
            return false;
        }
        byte[] tag = Arrays.copyOfRange(window.bytes, window.at, window.at + length + 1);
        window.at += tag.length;
        inDollars(tag);
        return true;
    }

    private void inDollars(byte[] tag) {
        while (window.find('$', '$')) {
            window.at++;
            if (endsWith(tag)) {
                window.at += tag.length;
                return;
            }
        }
    }

    private boolean endsWith(byte[] tag) {
        for (int number = 0; number < tag.length; number++) {
            if (window.peek(number) != (tag[number] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
