package dev.plumbline.drift.text;

import dev.plumbline.drift.text.TextPair.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What differs within two lines, word by word: a word that differs in one letter is marked whole, since names are compared as a whole. */
final class LineDifference {
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|[^\\p{L}\\p{N}_\\s]");
    /** Longer lines would take a table of more than a million cells. */
    private static final int MOST_WORDS = 1_000;

    private final List<Piece> left = new ArrayList<>();
    private final List<Piece> right = new ArrayList<>();

    private LineDifference() {}

    static LineDifference of(String left, String right) {
        LineDifference difference = new LineDifference();
        List<String> one = words(left);
        List<String> other = words(right);
        if (one.size() > MOST_WORDS || other.size() > MOST_WORDS) {
            difference.left.add(new Piece(left, true));
            difference.right.add(new Piece(right, true));
        } else {
            difference.walk(one, other);
        }
        return difference;
    }

    private void walk(List<String> one, List<String> other) {
        int[][] common = common(one, other);
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            if (i < one.size() && j < other.size() && one.get(i).equals(other.get(j))) {
                add(left, one.get(i++), false);
                add(right, other.get(j++), false);
            } else if (j == other.size() || i < one.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(left, one.get(i++), true);
            } else {
                add(right, other.get(j++), true);
            }
        }
    }

    private static int[][] common(List<String> one, List<String> other) {
        int[][] lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                lengths[i][j] = one.get(i).equals(other.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private static void add(List<Piece> pieces, String word, boolean differs) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).differs() == differs) {
            pieces.set(last, new Piece(pieces.get(last).text() + word, differs));
        } else {
            pieces.add(new Piece(word, differs));
        }
    }

    private static List<String> words(String line) {
        return WORDS.matcher(line).results().map(found -> found.group()).toList();
    }

    List<Piece> left() {
        return left;
    }

    List<Piece> right() {
        return right;
    }
}
