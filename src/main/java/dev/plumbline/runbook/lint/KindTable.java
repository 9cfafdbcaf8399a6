package dev.plumbline.runbook.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of Kubernetes and of the operators that this program knows, from {@code kinds.txt}: their words, and what their controllers write. */
public final class KindTable {
    private static final KindTable STANDARD = new KindTable(read());
    private final List<KindFacts> kinds;

    private KindTable(List<KindFacts> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    public static KindTable standard() {
        return STANDARD;
    }

    /** By kind, plural, singular or short name, with a group behind a dot or without one. */
    public Optional<KindFacts> find(String word) {
        String plain = word.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        return kinds.stream().filter(each -> each.isCalled(plain)).findFirst();
    }

    /** The word that was probably meant, among those of this table. */
    public Optional<String> nearest(String word) {
        return nearest(
                word,
                kinds.stream()
                        .flatMap(each -> Stream.concat(Stream.of(each.kind()), each.words().stream()))
                        .toList());
    }

    /** The same among any words: of at least five letters, with at most two of them changed. */
    public static Optional<String> nearest(String word, Collection<String> words) {
        String lower = word.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(each -> each.length() > 4 && lower.length() > 4)
                .filter(each -> distance(lower, each.toLowerCase(Locale.ROOT)) <= 2)
                .min(Comparator.comparingInt((String each) -> distance(lower, each.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String two) {
        int[] before = new int[two.length() + 1];
        for (int column = 0; column <= two.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[two.length() + 1];
            here[0] = row;
            for (int column = 1; column <= two.length(); column++) {
                int changed = before[column - 1] + (one.charAt(row - 1) == two.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(changed, Math.min(before[column], here[column - 1]) + 1);
            }
            before = here;
        }
        return before[two.length()];
    }

    private static List<KindFacts> read() {
        return TableFile.rows("kinds.txt", 6).stream()
                .map(row -> new KindFacts(
                        row.get(0),
                        words(row.get(1)),
                        row.get(2).equals("-") ? "" : row.get(2),
                        row.get(3).equals("?") ? Optional.empty() : Optional.of(words(row.get(3))),
                        row.get(4).equals("?") ? Optional.empty() : Optional.of(words(row.get(4))),
                        words(row.get(5))))
                .toList();
    }

    private static Set<String> words(String cell) {
        return cell.equals("-") || cell.equals("?") ? Set.of() : Set.of(cell.split(" "));
    }
}
