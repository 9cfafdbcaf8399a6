package dev.plumbline.operation.runbook;

import dev.plumbline.access.change.NamedDifference;
import dev.plumbline.access.compare.AccessComparison;
import dev.plumbline.access.compare.Change;
import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.operation.difference.DiffText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is not the same in two readings of a catalog, in the words of {@code diff} and of {@code privileges --since}, whoever changed it. {@code unknown} is what one of them could not see: nothing is said of it.
 */
public record CatalogChanges(
        String target, Instant before, Instant after, int count, List<String> lines, List<String> unknown) {
    public CatalogChanges {
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
    }

    public static CatalogChanges between(CatalogReading before, CatalogReading after) {
        List<String> lines = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        before.unread().forEach(part -> unknown.add("not read before: " + part));
        after.unread().forEach(part -> unknown.add("not read after: " + part));
        int count = 0;
        boolean structured = before.structure().isPresent() && after.structure().isPresent();
        if (structured) {
            StructureComparison made = StructureComparison.of(
                    before.structure().orElseThrow(), after.structure().orElseThrow());
            count += made.differences().size();
            group("structure", DiffText.lines(made), lines);
            made.unknown().forEach(kinds -> unknown.add("not compared: " + kinds));
        }
        if (before.access().isPresent() && after.access().isPresent()) {
            count += access(
                    AccessComparison.between(
                            before.access().orElseThrow(), after.access().orElseThrow()),
                    structured,
                    lines,
                    unknown);
        }
        return new CatalogChanges(after.target(), before.at(), after.at(), count, lines, List.copyOf(unknown));
    }

    /** @param structured whether objects that came and went are told already */
    private static int access(
            AccessComparison comparison, boolean structured, List<String> lines, Set<String> unknown) {
        int count = 0;
        for (Change.Part part : Change.Part.values()) {
            if (part != Change.Part.OBJECTS || !structured) {
                List<Change> changes = comparison.of(part);
                count += changes.size();
                group(part.word(), changes.stream().map(Change::shown).toList(), lines);
            }
        }
        List<NamedDifference.Line> effective = comparison.effective().lines();
        group(
                "effective privileges",
                effective.stream().map(NamedDifference.Line::sentence).toList(),
                lines);
        unknown.addAll(comparison.unknown());
        return count + effective.size();
    }

    private static void group(String title, List<String> found, List<String> lines) {
        if (!found.isEmpty()) {
            lines.add(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + ":");
            found.forEach(line -> lines.add("  " + line));
        }
    }

    /** Where, when, and how much. */
    public String head() {
        return "Catalog of " + target + " between " + second(before) + " and "
                + second(after) + ", whoever changed it: "
                + (count == 0 ? "no difference" : count == 1 ? "1 difference" : count + " differences")
                + (unknown.isEmpty() ? "." : " in what could be read; the rest stands under unknown.");
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** All of it, what is unknown last. */
    public List<String> told() {
        List<String> all = new ArrayList<>(List.of(head()));
        all.addAll(lines);
        group("unknown", unknown, all);
        return all;
    }
}
