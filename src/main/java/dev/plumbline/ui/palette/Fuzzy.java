package dev.plumbline.ui.palette;

import java.util.Locale;

/** How well a few typed letters fit a text: all of them in order; letters at the beginnings of words and side by side count more. */
final class Fuzzy {
    static final int NO_MATCH = -1;
    private static final int START_OF_WORD = 8;
    private static final int SIDE_BY_SIDE = 5;

    private Fuzzy() {}

    /** Higher is better; {@link #NO_MATCH} when a letter is missing, 0 for nothing typed. */
    static int score(String typed, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (typed.isBlank()) {
            return 0;
        }
        int score = 0;
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int found = scoreOfWord(word, lower);
            if (found == NO_MATCH) {
                return NO_MATCH;
            }
            score += found;
        }
        return score;
    }

    private static int scoreOfWord(String word, String text) {
        int whole = text.indexOf(word);
        if (whole >= 0) {
            int edge = isStartOfWord(text, whole) ? START_OF_WORD : 0;
            return word.length() * (1 + SIDE_BY_SIDE) + edge + (text.length() == word.length() ? START_OF_WORD : 0);
        }
        int score = 0;
        int last = -2;
        for (int i = 0; i < word.length(); i++) {
            int at = text.indexOf(word.charAt(i), Math.max(last + 1, 0));
            if (at < 0) {
                return NO_MATCH;
            }
            score += 1 + (at == last + 1 ? SIDE_BY_SIDE : 0) + (isStartOfWord(text, at) ? 2 : 0);
            last = at;
        }
        return score;
    }

    private static boolean isStartOfWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
