package dev.plumbline.drift.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys by which the lines of two texts are found again: equal for lines that stand in both in the same order (their longest common subsequence), and for the lines of two runs that took each
 * other's place, one after the other. Beyond two thousand lines each way only what is equal at the beginning and at the end is found again.
 */
record LineKeys(List<String> left, List<String> right) {
    private static final long MOST_CELLS = 4_000_000;

    static LineKeys of(List<String> one, List<String> other) {
        int head = 0;
        while (head < one.size() && head < other.size() && one.get(head).equals(other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < one.size() - head
                && tail < other.size() - head
                && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        LineKeys keys = new LineKeys(new ArrayList<>(), new ArrayList<>());
        keys.equal(head);
        keys.middle(one.subList(head, one.size() - tail), other.subList(head, other.size() - tail));
        keys.equal(tail);
        return keys;
    }

    private void equal(int count) {
        for (int i = 0; i < count; i++) {
            match();
        }
    }

    private void match() {
        String key = left.size() + "/" + right.size();
        left.add(key);
        right.add(key);
    }

    private void middle(List<String> one, List<String> other) {
        if ((long) one.size() * other.size() > MOST_CELLS) {
            run(one.size(), other.size());
            return;
        }
        int[][] common = common(one, other);
        int i = 0;
        int j = 0;
        int fromLeft = 0;
        int fromRight = 0;
        while (i < one.size() && j < other.size()) {
            if (one.get(i).equals(other.get(j))) {
                run(i - fromLeft, j - fromRight);
                match();
                fromLeft = ++i;
                fromRight = ++j;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        run(one.size() - fromLeft, other.size() - fromRight);
    }

    /** Lines that are on one side only; those of both sides stand beside each other as far as there are as many. */
    private void run(int ofLeft, int ofRight) {
        for (int i = 0; i < Math.min(ofLeft, ofRight); i++) {
            match();
        }
        for (int i = ofRight; i < ofLeft; i++) {
            left.add(left.size() + "/");
        }
        for (int i = ofLeft; i < ofRight; i++) {
            right.add("/" + right.size());
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
}
