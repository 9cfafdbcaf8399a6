package dev.plumbline.ui.schema;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.text.SideBySide;
import dev.plumbline.drift.text.StructureText;
import dev.plumbline.drift.text.TextPair;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.operation.difference.RenameText;
import dev.plumbline.plan.structure.StructureOptions;
import dev.plumbline.plan.structure.StructurePlanner;
import dev.plumbline.plan.structure.StructureStep;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the screen shows of one reading, made in the background: the findings in the order of their causes, the two definitions side by side, and on which of
 * those rows a thing stands.
 */
record SchemaPage(
        SchemaReports reports,
        SchemaReport report,
        List<SchemaFinding> findings,
        List<TextPair> rows,
        Map<StructureName, Integer> places,
        List<StructureStep> steps) {
    static SchemaPage of(SchemaReports reports) {
        SchemaReport report = reports.reports().get(0);
        Optional<SchemaDrift> drift = report.drift();
        if (drift.isEmpty()) {
            return new SchemaPage(reports, report, List.of(), List.of(), Map.of(), List.of());
        }
        List<SchemaFinding> findings = drift.get().findings().stream()
                .sorted(Comparator.comparing(SchemaFinding::cause).thenComparing(SchemaFinding::name))
                .toList();
        List<StructureText.Line> wanted =
                TableLines.of(drift.get().names(), drift.get().target());
        List<StructureText.Line> live =
                TableLines.of(drift.get().names(), drift.get().live());
        List<TextPair> rows = SideBySide.of(wanted, live, StructureText.Line::name, StructureText.Line::text);
        Map<StructureName, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            TextPair row = rows.get(i);
            StructureText.Line line =
                    row.leftNumber() > 0 ? wanted.get(row.leftNumber() - 1) : live.get(row.rightNumber() - 1);
            places.putIfAbsent(line.name(), i);
        }
        return new SchemaPage(reports, report, findings, rows, places, steps(drift.get()));
    }

    private static List<StructureStep> steps(SchemaDrift drift) {
        return StructurePlanner.plan(drift.live(), drift.target(), StructureOptions.standard(), drift.renames())
                .steps();
    }

    /** The statements that set a finding right; none for what is beyond the resource, or what the operator alone can make. */
    List<StructureStep> stepsOf(SchemaFinding finding) {
        return steps.stream()
                .filter(step -> finding.cause().isDrift() && step.about().equals(finding.name()))
                .toList();
    }

    /** The command that shows and runs them all. */
    String command() {
        ResourceRef ref = report.definition().ref();
        return "plumbline drift " + Visible.text(ref.name()) + " -n " + Visible.text(ref.namespace())
                + renamed().stream()
                        .map(offer -> " " + RenameText.accept(offer))
                        .collect(Collectors.joining())
                + " --repair --dry-run";
    }

    List<RenameOffer> renamed() {
        return report.drift().map(SchemaDrift::renamed).orElse(List.of());
    }

    List<RenameOffer> offered() {
        return report.drift().map(SchemaDrift::offers).orElse(List.of());
    }

    /** True only where all could be read and nothing is missing or other than asked for. */
    boolean hasAllThatIsAskedFor() {
        return report.drift()
                .filter(drift -> !drift.isDrifted() && drift.unknown().isEmpty())
                .isPresent();
    }

    /** How many of the findings are drift, a column under another name among them. */
    long drifting() {
        return findings.stream().filter(finding -> finding.cause().isDrift()).count()
                + renamed().size();
    }
}
