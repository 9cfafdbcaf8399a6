package dev.plumbline.operation.difference;

import dev.plumbline.operation.CompareStructure;
import java.util.ArrayList;
import java.util.List;

/** Differences for a ticket or a review: a heading, the list fenced so that no name in it is markup, and what nothing is said about. */
public final class DiffMarkdown {
    private DiffMarkdown() {}

    /** @param also what is to be said beside the counts */
    public static List<String> of(CompareStructure.Compared compared, List<String> also) {
        List<String> found = DiffText.lines(compared.comparison());
        List<String> lines = new ArrayList<>(List.of("# Differences", ""));
        fence(lines, List.of("from " + compared.from(), "to   " + compared.to()));
        fence(lines, found.isEmpty() ? List.of("No difference in what is compared.") : found);
        List<String> beside = new ArrayList<>(DiffText.summary(compared.comparison()));
        beside.addAll(also);
        beside.addAll(compared.notes());
        fence(lines, beside);
        return lines;
    }

    /** Longer than any run of backticks within, which a name may hold. */
    private static void fence(List<String> lines, List<String> inside) {
        String fence = "```";
        while (contains(inside, fence)) {
            fence += "`";
        }
        lines.add(fence + "text");
        lines.addAll(inside);
        lines.add(fence);
        lines.add("");
    }

    private static boolean contains(List<String> lines, String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
