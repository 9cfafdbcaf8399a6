package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.IgnoreDifferences;
import dev.plumbline.operation.StructurePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of a comparison is ignored, told beside what is not. Where that cannot be read nothing is left out, and the list says so. */
record IgnoredRows(IgnoreDifferences.Judged judged, Optional<String> problem) {
    private static final int NAMED = 5;

    static IgnoredRows find(IgnoreDifferences ignoring, StructurePair pair) {
        try {
            return new IgnoredRows(ignoring.judged(pair), Optional.empty());
        } catch (ProblemException unreadable) {
            return new IgnoredRows(
                    IgnoreDifferences.Judged.NOTHING,
                    Optional.of("What is ignored could not be read, so nothing is left out: "
                            + unreadable.problem().message()));
        }
    }

    boolean has(DifferenceRow row) {
        return judged.of(row).isPresent();
    }

    /** How many and which; all of them with the reasons where {@code all}. */
    List<String> lines(List<DifferenceRow> leftOut, boolean all) {
        List<String> lines = new ArrayList<>();
        problem.ifPresent(lines::add);
        if (!leftOut.isEmpty()) {
            String names = leftOut.stream()
                    .limit(NAMED)
                    .map(row -> row.kind() + " " + row.shown())
                    .collect(Collectors.joining(", "));
            lines.add(leftOut.size() + " ignored: " + names + (leftOut.size() > NAMED ? ", …" : "")
                    + (all ? "" : ". --show-ignored tells why."));
        }
        if (all) {
            leftOut.forEach(row -> judged.of(row)
                    .ifPresent(why -> lines.add("  " + row.presence().sign() + "  " + row.kind() + " " + row.shown()
                            + "  ignored by " + Visible.text(why.by()) + " at " + why.at() + ": "
                            + Visible.text(why.reason()))));
        }
        return lines;
    }

    void put(ObjectNode node, List<DifferenceRow> leftOut) {
        ArrayNode list = node.putArray("ignored");
        leftOut.forEach(row -> judged.of(row)
                .ifPresent(why -> list.addObject()
                        .put("change", row.presence().word())
                        .put("layer", row.layer().word())
                        .put("kind", row.kind())
                        .put("name", row.shown())
                        .put("by", why.by())
                        .put("at", why.at().toString())
                        .put("reason", why.reason())));
    }
}
