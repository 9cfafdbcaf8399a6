package dev.plumbline.ui.text;

import dev.plumbline.model.Visible;
import java.util.Locale;
import java.util.Optional;

/** Compares a typed name with the wanted one code point by code point, so that a twin from another alphabet is not taken for it. */
public final class TypedName {
    private TypedName() {}

    /** Where the typed text leaves the name, as a sentence; empty while it is the name or a beginning of it. */
    public static Optional<String> firstDifference(String wanted, String typed) {
        int[] expected = wanted.codePoints().toArray();
        int[] given = typed.codePoints().toArray();
        for (int at = 0; at < given.length; at++) {
            if (at >= expected.length) {
                return Optional.of("Longer than the name: it ends before " + named(given[at]) + ".");
            }
            if (given[at] != expected[at]) {
                return Optional.of("Character " + (at + 1) + " is " + named(given[at]) + ", the name has "
                        + named(expected[at]) + ".");
            }
        }
        return Optional.empty();
    }

    private static String named(int point) {
        String code = String.format(Locale.ROOT, "U+%04X", point);
        String name = Character.getName(point);
        return "“" + Visible.text(Character.toString(point)) + "” (" + code + (name == null ? "" : " " + name) + ")";
    }
}
