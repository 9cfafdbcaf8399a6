package dev.plumbline.model.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The beginning of a statement as words: names as the server folds them, everything else in upper case; comments are gone. */
public final class Words {
    private static final int MOST = 4_000;
    private final String text;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /** {@code name} is the identifier as the catalog has it, empty for marks; {@code keyword} is empty for quoted names. */
    public record Word(String keyword, String name) {}

    /** Where the first word begins, behind comments; the length when there is none. */
    static int begin(String statement) {
        Words words = new Words(statement);
        words.skipBlanks();
        return words.at;
    }

    public static List<Word> of(String statement) {
        Words words = new Words(statement);
        List<Word> all = new ArrayList<>();
        words.skipBlanks();
        while (all.size() < MOST && words.at < statement.length()) {
            all.add(words.next());
            words.skipBlanks();
        }
        return all;
    }

    private Word next() {
        char here = text.charAt(at);
        if (here == '"') {
            return new Word("", quoted());
        }
        if (here == '_' || Character.isLetter(here)) {
            int start = at;
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
            String bare = text.substring(start, at);
            return new Word(bare.toUpperCase(Locale.ROOT), bare.toLowerCase(Locale.ROOT));
        }
        at++;
        return new Word(String.valueOf(here), "");
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        at++;
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (here == '"' && !text.startsWith("\"", at)) {
                return name.toString();
            }
            at += here == '"' ? 1 : 0;
            name.append(here);
        }
        return name.toString();
    }

    private static boolean isNamePart(char here) {
        return here == '_' || here == '$' || Character.isLetterOrDigit(here);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                at = Comments.end(text, at);
            } else {
                return;
            }
        }
    }
}
