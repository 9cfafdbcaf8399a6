package dev.plumbline.drift.text;

import dev.plumbline.drift.text.CommonOrder.Match;
import dev.plumbline.drift.text.TextPair.Kind;
import dev.plumbline.drift.text.TextPair.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two texts row beside row. Lines are found again by a key, so that a line whose words changed stands beside itself; one whose place in the order changed is told as
 * moved, with the words that changed marked on both of its rows. A key that a text has twice is beside no line.
 */
public final class SideBySide<T> {
    private final List<T> left;
    private final List<T> right;
    private final Function<T, String> text;
    private final Map<Object, Integer> leftPlaces;
    private final Map<Object, Integer> rightPlaces;
    private final List<Object> leftKeys;
    private final List<Object> rightKeys;
    private final List<TextPair> rows = new ArrayList<>();
    private int nextLeft;
    private int nextRight;

    private SideBySide(List<T> left, List<T> right, Function<T, ?> key, Function<T, String> text) {
        this.left = left;
        this.right = right;
        this.text = text;
        this.leftKeys = left.stream().<Object>map(key).toList();
        this.rightKeys = right.stream().<Object>map(key).toList();
        this.leftPlaces = places(leftKeys);
        this.rightPlaces = places(rightKeys);
    }

    public static <T> List<TextPair> of(List<T> left, List<T> right, Function<T, ?> key, Function<T, String> text) {
        SideBySide<T> sides = new SideBySide<>(left, right, key, text);
        CommonOrder.of(sides.leftKeys, sides.rightKeys).forEach(sides::upTo);
        sides.gap(left.size(), right.size());
        return List.copyOf(sides.rows);
    }

    private static Map<Object, Integer> places(List<Object> keys) {
        Map<Object, Integer> places = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            places.putIfAbsent(keys.get(i), i);
        }
        return places;
    }

    private void upTo(Match match) {
        gap(match.left(), match.right());
        String one = text.apply(left.get(nextLeft));
        String other = text.apply(right.get(nextRight));
        nextLeft++;
        nextRight++;
        if (one.equals(other)) {
            rows.add(new TextPair(Kind.SAME, nextLeft, nextRight, same(one), same(other)));
        } else {
            LineDifference words = LineDifference.of(one, other);
            rows.add(new TextPair(Kind.CHANGED, nextLeft, nextRight, words.left(), words.right()));
        }
    }

    private void gap(int untilLeft, int untilRight) {
        while (nextLeft < untilLeft) {
            String line = text.apply(left.get(nextLeft));
            Integer there = rightPlaces.get(leftKeys.get(nextLeft));
            Kind kind = there == null ? Kind.LEFT_ONLY : Kind.MOVED_FROM;
            List<Piece> pieces = there == null
                    ? same(line)
                    : LineDifference.of(line, text.apply(right.get(there))).left();
            rows.add(new TextPair(kind, ++nextLeft, 0, pieces, List.of()));
        }
        while (nextRight < untilRight) {
            String line = text.apply(right.get(nextRight));
            Integer there = leftPlaces.get(rightKeys.get(nextRight));
            Kind kind = there == null ? Kind.RIGHT_ONLY : Kind.MOVED_HERE;
            List<Piece> pieces = there == null
                    ? same(line)
                    : LineDifference.of(text.apply(left.get(there)), line).right();
            rows.add(new TextPair(kind, 0, ++nextRight, List.of(), pieces));
        }
    }

    private static List<Piece> same(String line) {
        return List.of(new Piece(line, false));
    }
}
