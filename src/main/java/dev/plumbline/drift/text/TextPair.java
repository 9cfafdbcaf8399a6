package dev.plumbline.drift.text;

import java.util.List;

/**
 * One row of two texts side by side. A side without a line is empty and has the number 0; lines are counted from 1. {@code left} and {@code right} are the line cut
 * into what is in both and what is not.
 */
public record TextPair(Kind kind, int leftNumber, int rightNumber, List<Piece> left, List<Piece> right) {
    public TextPair {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** MOVED lines are in both texts, at another place of the order. */
    public enum Kind {
        SAME(" "),
        CHANGED("~"),
        LEFT_ONLY("−"),
        RIGHT_ONLY("+"),
        MOVED_FROM("↓"),
        MOVED_HERE("↑");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** So that no meaning is by colour alone. */
        public String sign() {
            return sign;
        }
    }

    /** A part of a line; {@code differs}: the other side's line has not got it there. */
    public record Piece(String text, boolean differs) {}

    public String leftText() {
        return joined(left);
    }

    public String rightText() {
        return joined(right);
    }

    private static String joined(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
