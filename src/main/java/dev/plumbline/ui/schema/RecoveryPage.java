package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.RecoveryAnswer;
import dev.plumbline.drift.velocity.RecoveryOption;
import dev.plumbline.drift.velocity.RecoveryOptions;
import dev.plumbline.drift.velocity.SchemaCause;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three ways for one reading, made in the background. Findings of one cause about which each way says the same are one line. */
record RecoveryPage(SchemaReports reports, SchemaReport report, List<RecoveryOption> options, List<Line> lines) {
    private static final int NAMED = 3;

    /** Things of one cause, and what each way does about them. */
    record Line(SchemaCause cause, List<SchemaFinding> findings, List<RecoveryAnswer> answers) {
        String about() {
            List<String> named = findings.stream()
                    .limit(NAMED)
                    .map(finding -> finding.name().kind().word() + " "
                            + Visible.text(finding.name().name()))
                    .toList();
            int more = findings.size() - named.size();
            return String.join(", ", named) + (more > 0 ? " +" + more : "");
        }
    }

    private record Said(SchemaCause cause, List<String> sentences) {}

    static RecoveryPage of(SchemaReports reports) {
        SchemaReport report = reports.reports().get(0);
        List<RecoveryOption> options = report.drift()
                .map(drift -> RecoveryOptions.of(report.definition(), drift))
                .orElse(List.of());
        return new RecoveryPage(reports, report, options, lines(options));
    }

    private static List<Line> lines(List<RecoveryOption> options) {
        if (options.isEmpty()) {
            return List.of();
        }
        Map<Said, List<Integer>> places = new LinkedHashMap<>();
        int count = options.get(0).answers().size();
        for (int at = 0; at < count; at++) {
            int place = at;
            List<String> sentences = options.stream()
                    .map(option -> option.answers().get(place).sentence())
                    .toList();
            SchemaCause cause = options.get(0).answers().get(at).finding().cause();
            places.computeIfAbsent(new Said(cause, sentences), none -> new ArrayList<>())
                    .add(at);
        }
        List<Line> lines = new ArrayList<>();
        places.forEach((said, at) -> lines.add(new Line(
                said.cause(),
                at.stream()
                        .map(place -> options.get(0).answers().get(place).finding())
                        .toList(),
                options.stream().map(option -> option.answers().get(at.get(0))).toList())));
        return lines;
    }
}
