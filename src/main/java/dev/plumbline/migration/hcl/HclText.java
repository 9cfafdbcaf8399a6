package dev.plumbline.migration.hcl;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;

/** The characters of a file and how far they were read. */
final class HclText {
    private final String file;
    private final String text;
    private int at;

    HclText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The next character; NUL at the end. */
    char peek() {
        return isAtEnd() ? '\0' : text.charAt(at);
    }

    boolean isNext(String wanted) {
        return text.startsWith(wanted, at);
    }

    char take() {
        char taken = peek();
        at++;
        return taken;
    }

    int place() {
        return at;
    }

    String from(int begin) {
        return text.substring(begin, Math.min(at, text.length()));
    }

    int line() {
        return 1 + (int) text.chars().limit(at).filter(each -> each == '\n').count();
    }

    private int column() {
        return at - text.lastIndexOf('\n', Math.min(at, text.length()) - 1);
    }

    /** Past blanks, ends of lines and comments. */
    void skipAll() {
        boolean moved = true;
        while (moved) {
            int before = at;
            skipBlanks();
            while (peek() == '\n') {
                at++;
            }
            moved = at > before;
        }
    }

    /** Past blanks and comments, but no end of a line. */
    void skipBlanks() {
        while (!isAtEnd()) {
            char here = peek();
            if (here == '#' || isNext("//")) {
                int newline = text.indexOf('\n', at);
                at = newline < 0 ? text.length() : newline;
            } else if (isNext("/*")) {
                int close = text.indexOf("*/", at + 2);
                if (close < 0) {
                    throw refused("a comment begins here and does not end");
                }
                at = close + 2;
            } else if (here != '\n' && Character.isWhitespace(here)) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Past the end of the line. */
    String restOfLine() {
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? text.length() : newline;
        String line = text.substring(at, end);
        at = Math.min(end + 1, text.length());
        return line;
    }

    ProblemException refused(String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "LINT-421",
                "Reading line " + line() + ", column " + column() + " of",
                file,
                why + ".",
                "Correct it: nothing of the file is used until it can be read."));
    }
}
