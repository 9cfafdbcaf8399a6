package dev.plumbline.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names that a mistyped one may have meant: few letters apart (Levenshtein's distance), or holding what was typed. */
public final class NearNames {
    private static final int SHOWN = 3;
    private static final int LETTERS_FOR_ONE_SLIP = 3;

    private NearNames() {}

    /** At most three, the nearest first; empty when none is near. */
    public static List<String> of(String typed, Collection<String> known) {
        String sought = typed.toLowerCase(Locale.ROOT);
        int slips = Math.max(1, sought.length() / LETTERS_FOR_ONE_SLIP);
        return known.stream()
                .distinct()
                .filter(name -> sought.length() >= LETTERS_FOR_ONE_SLIP
                        && (name.toLowerCase(Locale.ROOT).contains(sought)
                                || distance(sought, name.toLowerCase(Locale.ROOT)) <= slips))
                .sorted(Comparator.comparingInt((String name) -> distance(sought, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(above[column - 1] + change, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[to.length()];
    }
}
