package dev.plumbline.access;

import java.util.Comparator;

/** The order of the server's "C" collation in a UTF-8 database, by bytes and so by code points; Java's own compares halves of pairs. */
final class ByteOrder {
    static final Comparator<String> OF_TEXT = ByteOrder::compare;

    private ByteOrder() {}

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int at = 0; at < length; at++) {
            char ours = left.charAt(at);
            char theirs = right.charAt(at);
            if (ours != theirs) {
                boolean bothPairs = Character.isSurrogate(ours) == Character.isSurrogate(theirs);
                return bothPairs ? ours - theirs : Character.isSurrogate(ours) ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
