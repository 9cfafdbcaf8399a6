package dev.plumbline.ui.schema;

import dev.plumbline.drift.text.SideBySide;
import dev.plumbline.drift.text.StructureText;
import dev.plumbline.drift.text.TextPair;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the screen shows of one reading, made in the background: the findings in the order of their causes, the two definitions side by side, and on which of
 * those rows a thing stands.
 */
record SchemaPage(
        SchemaReports reports,
        SchemaReport report,
        List<SchemaFinding> findings,
        List<TextPair> rows,
        Map<StructureName, Integer> places) {
    static SchemaPage of(SchemaReports reports) {
        SchemaReport report = reports.reports().get(0);
        Optional<SchemaDrift> drift = report.drift();
        if (drift.isEmpty()) {
            return new SchemaPage(reports, report, List.of(), List.of(), Map.of());
        }
        List<SchemaFinding> findings = drift.get().findings().stream()
                .sorted(Comparator.comparing(SchemaFinding::cause).thenComparing(SchemaFinding::name))
                .toList();
        List<StructureText.Line> wanted = StructureText.of(drift.get().target().things());
        List<StructureText.Line> live = StructureText.of(drift.get().live().things());
        List<TextPair> rows = SideBySide.of(wanted, live, StructureText.Line::name, StructureText.Line::text);
        Map<StructureName, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            TextPair row = rows.get(i);
            StructureText.Line line =
                    row.leftNumber() > 0 ? wanted.get(row.leftNumber() - 1) : live.get(row.rightNumber() - 1);
            places.putIfAbsent(line.name(), i);
        }
        return new SchemaPage(reports, report, findings, rows, places);
    }

    /** True only where all could be read and nothing is missing or other than asked for. */
    boolean hasAllThatIsAskedFor() {
        return report.drift()
                .filter(drift -> !drift.isDrifted() && drift.unknown().isEmpty())
                .isPresent();
    }

    /** How many of the findings are drift. */
    long drifting() {
        return findings.stream().filter(finding -> finding.cause().isDrift()).count();
    }
}
