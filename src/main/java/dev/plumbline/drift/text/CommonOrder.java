package dev.plumbline.drift.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The longest run of items that are in both lists in the same order, taking only items that are in each list once (the anchors of a patience diff). Takes
 * n log n steps, so that ten thousand differing lines are no wait.
 */
final class CommonOrder {
    private static final int TWICE = -2;

    private CommonOrder() {}

    /** Two places of one item. */
    record Match(int left, int right) {}

    static <T> List<Match> of(List<T> left, List<T> right) {
        Map<T, Integer> places = once(right);
        Map<T, Integer> own = once(left);
        List<Match> candidates = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            int place = places.getOrDefault(left.get(i), TWICE);
            if (place != TWICE && own.getOrDefault(left.get(i), TWICE) == i) {
                candidates.add(new Match(i, place));
            }
        }
        return increasing(candidates);
    }

    private static <T> Map<T, Integer> once(List<T> items) {
        Map<T, Integer> places = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            places.merge(items.get(i), i, (before, now) -> TWICE);
        }
        return places;
    }

    private static List<Match> increasing(List<Match> candidates) {
        int[] tails = new int[candidates.size()];
        int[] before = new int[candidates.size()];
        int length = 0;
        for (int i = 0; i < candidates.size(); i++) {
            int at = position(candidates, tails, length, candidates.get(i).right());
            before[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            length = Math.max(length, at + 1);
        }
        Match[] found = new Match[length];
        int last = length == 0 ? -1 : tails[length - 1];
        for (int at = length - 1; at >= 0; at--) {
            found[at] = candidates.get(last);
            last = before[last];
        }
        return Arrays.asList(found);
    }

    private static int position(List<Match> candidates, int[] tails, int length, int right) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates.get(tails[middle]).right() < right) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
