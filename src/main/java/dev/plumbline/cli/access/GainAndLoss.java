package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.plumbline.access.change.NamedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who gains and who loses, as lines of text and as JSON. What was proved counts; where it is not what was modelled both are told, and no line that differs is cut
 * off.
 */
record GainAndLoss(NamedDifference modelled, Optional<NamedDifference> proved) {
    private static final int SHOWN = 20;

    List<String> lines() {
        if (proved.isPresent() && !modelled.saysTheSameAs(proved.get())) {
            return differing(proved.get());
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                modelled.lines().isEmpty()
                        ? "Nobody gains or loses anything" + (proved.isPresent() ? ", which is proved." : ".")
                        : "Gain and loss (" + cells(modelled.cells()) + ", "
                                + (proved.isPresent() ? "proved" : "modelled") + "):");
        lines.addAll(shortened(modelled.lines()));
        return lines;
    }

    private List<String> differing(NamedDifference measured) {
        List<NamedDifference.Line> onlyModelled = modelled.without(measured);
        List<NamedDifference.Line> both = new ArrayList<>(modelled.lines());
        both.removeAll(onlyModelled);
        List<String> lines = new ArrayList<>();
        lines.add("Gain and loss: what was proved (" + cells(measured.cells()) + ") is NOT what was modelled ("
                + cells(modelled.cells()) + "):");
        measured.without(modelled).forEach(line -> lines.add("  only proved:   " + sentence(line)));
        onlyModelled.forEach(line -> lines.add("  only modelled: " + sentence(line)));
        lines.addAll(shortened(both));
        return lines;
    }

    private static List<String> shortened(List<NamedDifference.Line> all) {
        List<String> lines = new ArrayList<>();
        all.subList(0, Math.min(SHOWN, all.size())).forEach(line -> lines.add("  " + sentence(line)));
        if (all.size() > SHOWN) {
            lines.add("  and " + (all.size() - SHOWN) + " lines more (-o json has them all)");
        }
        return lines;
    }

    static String sentence(NamedDifference.Line line) {
        return line.sentence();
    }

    static String cells(int count) {
        return count == 1 ? "1 cell of the matrix" : count + " cells of the matrix";
    }

    static void json(ArrayNode list, NamedDifference difference) {
        difference.lines().forEach(line -> {
            if (line.ofRole() != null) {
                list.addObject()
                        .put("role", line.role().shown())
                        .put("gained", line.gained())
                        .put("privilegesOf", line.ofRole().shown());
            } else {
                list.addObject()
                        .put("role", line.role().shown())
                        .put("gained", line.gained())
                        .put("grantOption", line.option())
                        .put("privileges", line.privileges().toString())
                        .put("object", line.object())
                        .put("column", line.column());
            }
        });
    }
}
