package dev.plumbline.kube;

import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What could not be listed, as problems: kinds that failed alike are one problem. */
final class EstateGaps {
    private record Alike(String code, List<String> listed, List<String> refused) {}

    private EstateGaps() {}

    static List<Problem> of(List<KindReading> readings) {
        Map<Alike, List<KindReading>> groups = new LinkedHashMap<>();
        for (KindReading reading : readings) {
            Problem problem = reading.problem();
            if (problem != null) {
                Alike alike = new Alike(problem.code(), reading.listed(), reading.refused());
                groups.computeIfAbsent(alike, key -> new ArrayList<>()).add(reading);
            }
        }
        List<Problem> problems = new ArrayList<>();
        groups.values().forEach(group -> problems.add(problem(group)));
        return problems;
    }

    private static Problem problem(List<KindReading> group) {
        @Nullable Problem first = group.get(0).problem();
        if (first == null) {
            throw new IllegalArgumentException("a reading without a problem is no gap");
        }
        List<String> plurals =
                group.stream().map(reading -> reading.kind().plural()).toList();
        boolean namespaced = group.get(0).kind().isNamespaced();
        return new Problem(
                first.kind(),
                first.code(),
                "list",
                String.join(", ", plurals) + (namespaced ? " in all namespaces" : ""),
                first.answer() + instead(group.get(0)),
                first.next());
    }

    private static String instead(KindReading reading) {
        if (reading.problem() == null || reading.problem().kind() != Problem.Kind.FORBIDDEN) {
            return " Those not shown are unknown, not absent.";
        }
        String shown =
                reading.listed().isEmpty() ? "" : " Shown are those of " + String.join(", ", reading.listed()) + ".";
        String hidden = reading.refused().isEmpty()
                ? " All others are unknown, not absent."
                : " Those of " + String.join(", ", reading.refused()) + " and all others are unknown, not absent.";
        return shown + hidden;
    }
}
