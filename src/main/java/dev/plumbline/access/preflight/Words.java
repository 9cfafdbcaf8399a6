package dev.plumbline.access.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginning of a statement as words: names as the server folds them, everything else in upper case; comments are gone. */
final class Words {
    private static final int MOST = 4_000;
    private static final Pattern NEXT = Pattern.compile(
            "\\G(?:\\s+|--[^\n]*(?:\n|$)|/\\*.*?\\*/)*(?:\"([^\"]*(?:\"\"[^\"]*)*)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)|(\\S))",
            Pattern.DOTALL);

    private Words() {}

    /** {@code name} is the identifier as the catalog has it, empty for marks; {@code keyword} is empty for quoted names. */
    record Word(String keyword, String name) {}

    /** Where the first word begins, behind comments; the length when there is none. */
    static int begin(String statement) {
        Matcher next = NEXT.matcher(statement);
        if (!next.find()) {
            return statement.length();
        }
        return next.group(1) != null ? next.start(1) - 1 : next.start(next.group(2) != null ? 2 : 3);
    }

    static List<Word> of(String statement) {
        List<Word> words = new ArrayList<>();
        Matcher next = NEXT.matcher(statement);
        while (words.size() < MOST && next.find()) {
            if (next.group(1) != null) {
                words.add(new Word("", next.group(1).replace("\"\"", "\"")));
            } else if (next.group(2) != null) {
                String bare = next.group(2);
                words.add(new Word(bare.toUpperCase(Locale.ROOT), bare.toLowerCase(Locale.ROOT)));
            } else {
                words.add(new Word(next.group(3), ""));
            }
        }
        return words;
    }
}
