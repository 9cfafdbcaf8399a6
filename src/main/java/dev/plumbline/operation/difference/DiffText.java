package dev.plumbline.operation.difference;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.drift.structure.StructureDifference;
import dev.plumbline.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Differences as lines for people: on a terminal, and fenced in Markdown. */
public final class DiffText {
    private DiffText() {}

    public static List<String> lines(StructureComparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison.differences().forEach(difference -> {
            lines.add(line(difference));
            about(difference).forEach(text -> lines.add("      " + text));
        });
        lines.addAll(RenameText.lines(comparison));
        return lines;
    }

    /** The properties that differ. */
    public static List<String> about(StructureDifference difference) {
        return difference.properties().stream()
                .flatMap(property -> lines(property).stream())
                .toList();
    }

    /** How many there are of each kind of change, and what nothing is said about. */
    public static List<String> summary(StructureComparison comparison) {
        List<String> lines = new ArrayList<>();
        long came = count(comparison, StructureDifference.Change.ADDED);
        long went = count(comparison, StructureDifference.Change.REMOVED);
        long losing = comparison.differences().stream()
                .filter(StructureDifference::losesData)
                .count();
        int all = comparison.differences().size();
        lines.add(all + (all == 1 ? " difference: " : " differences: ") + came + " to add, " + went + " to remove, "
                + (all - came - went) + " to change"
                + (losing == 0 ? "." : "; " + losing + " could lose data."));
        if (!comparison.unknown().isEmpty()) {
            lines.add("Not compared: " + String.join(", ", comparison.unknown()) + ".");
        }
        return lines;
    }

    private static long count(StructureComparison comparison, StructureDifference.Change change) {
        return comparison.differences().stream()
                .filter(difference -> difference.change() == change)
                .count();
    }

    private static String line(StructureDifference difference) {
        String sign = switch (difference.change()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
        };
        String parts = difference.parts().entrySet().stream()
                .map(entry -> entry.getValue() + " "
                        + (entry.getValue() == 1
                                ? entry.getKey().word()
                                : entry.getKey().words()))
                .collect(Collectors.joining(", "));
        return sign + "  " + difference.name().kind().word() + " "
                + difference.name().shown()
                + (parts.isEmpty() ? "" : "  with " + parts)
                + (difference.losesData() ? "  (could lose data)" : "");
    }

    /** A property of one line beside its other value; of a longer one only the lines that differ. */
    private static List<String> lines(StructureDifference.Property property) {
        String old = property.from();
        String now = property.to();
        if (old == null || now == null || !(old.contains("\n") || now.contains("\n"))) {
            return List.of(property.word() + ": " + shown(old) + " → " + shown(now));
        }
        List<String> before = old.lines().toList();
        List<String> after = now.lines().toList();
        List<String> lines = new ArrayList<>(List.of(property.word() + ":"));
        before.stream().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + Visible.text(line)));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + Visible.text(line)));
        if (lines.size() == 1) {
            lines.add("the same lines in another order");
        }
        return lines;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "–" : Visible.text(value);
    }
}
