package dev.plumbline.runbook.lint;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The annotations that operators read, from {@code annotations.txt}, and whose prefixes are theirs alone. */
public final class AnnotationTable {
    private static final AnnotationTable STANDARD = new AnnotationTable(TableFile.rows("annotations.txt", 3));
    private final Map<String, String> effects = new LinkedHashMap<>();
    private final Map<String, String> repairs = new LinkedHashMap<>();

    private AnnotationTable(List<List<String>> rows) {
        for (List<String> row : rows) {
            effects.put(row.get(0), row.get(1));
            if (!row.get(2).equals("-")) {
                repairs.put(row.get(0), row.get(2));
            }
        }
    }

    public static AnnotationTable standard() {
        return STANDARD;
    }

    /** Whether its prefix is an operator's that is known, and it is none of those that the operator reads. */
    public boolean isReadByNobody(String annotation) {
        String prefix = prefix(annotation);
        return !prefix.isEmpty()
                && !effects.containsKey(annotation)
                && effects.keySet().stream().anyMatch(each -> prefix(each).equals(prefix));
    }

    /** Those of the same prefix, the nearest first. */
    public List<String> readInstead(String annotation) {
        return effects.keySet().stream()
                .filter(each -> prefix(each).equals(prefix(annotation)))
                .sorted(Comparator.comparingInt((String each) -> -common(each, annotation)))
                .toList();
    }

    /** Why it alone repairs nothing; empty where it does what it is for. */
    public Optional<String> whyNotEnough(String annotation) {
        return Optional.ofNullable(repairs.get(annotation));
    }

    private static int common(String one, String two) {
        int at = 0;
        while (at < one.length() && at < two.length() && one.charAt(at) == two.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String prefix(String annotation) {
        int slash = annotation.indexOf('/');
        return slash < 0 ? "" : annotation.substring(0, slash);
    }
}
