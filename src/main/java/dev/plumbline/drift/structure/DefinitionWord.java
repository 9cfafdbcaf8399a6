package dev.plumbline.drift.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * One word or mark of SQL that a server wrote. {@code name}: it may be a name, and {@code text} is then without its quotes. The name in a literal that is cast to
 * {@code regclass} is taken apart like the rest, since it follows a rename; any other literal is one word.
 */
record DefinitionWord(boolean name, String text) {
    private static final List<String> CASTS = List.of("::regclass", "::pg_catalog.regclass");

    static List<DefinitionWord> of(String sql) {
        List<DefinitionWord> words = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char here = sql.charAt(at);
            int end = end(sql, at);
            if (here == '"') {
                words.add(new DefinitionWord(
                        true, sql.substring(at + 1, Math.max(at + 1, end - 1)).replace("\"\"", "\"")));
            } else if (here == '\'' && isNameOfObject(sql, end)) {
                words.add(new DefinitionWord(false, "'"));
                words.addAll(of(sql.substring(at + 1, end - 1).replace("''", "'")));
                words.add(new DefinitionWord(false, "'"));
            } else if (!Character.isWhitespace(here)) {
                words.add(new DefinitionWord(beginsName(here), sql.substring(at, end)));
            }
            at = end;
        }
        return words;
    }

    private static boolean isNameOfObject(String sql, int end) {
        return CASTS.stream().anyMatch(cast -> sql.startsWith(cast, end));
    }

    private static boolean beginsName(char here) {
        return here == '_' || Character.isLetter(here);
    }

    /** Where the word, mark or space that begins there ends. */
    static int end(String sql, int begin) {
        char here = sql.charAt(begin);
        if (here == '"' || here == '\'') {
            return endOfQuoted(sql, begin, here);
        }
        if (here == '$') {
            int second = sql.indexOf('$', begin + 1);
            String tag = second < 0 ? "" : sql.substring(begin, second + 1);
            int close = tag.isEmpty() ? -1 : sql.indexOf(tag, second + 1);
            return close < 0 ? begin + 1 : close + tag.length();
        }
        int at = begin + 1;
        if (beginsName(here) || Character.isDigit(here)) {
            while (at < sql.length()
                    && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
                at++;
            }
        }
        return at;
    }

    /** Behind the closing quote; a doubled one closes nothing. */
    private static int endOfQuoted(String sql, int begin, char quote) {
        int at = begin + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == quote) {
                if (at + 1 >= sql.length() || sql.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return sql.length();
    }
}
