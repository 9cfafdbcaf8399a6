package dev.plumbline.cli.structure;

import dev.plumbline.cli.output.TextTable;
import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.drift.velocity.SchemaCause;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.TableSize;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.operation.difference.RenameText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SchemaDefinitions and their tables in lines for a terminal: each cause explained once, under the first resource that has it. */
final class SchemaDriftText {
    private final List<String> lines = new ArrayList<>();

    private SchemaDriftText() {}

    static List<String> of(SchemaReports reports) {
        SchemaDriftText text = new SchemaDriftText();
        text.lines.add(reports.connection());
        if (reports.reports().isEmpty()) {
            text.lines.add("No SchemaDefinition here. -A looks in all namespaces.");
        }
        reports.reports().forEach(text::report);
        text.orphans(reports.orphans());
        text.aside(reports.aside());
        return text.lines;
    }

    private void report(SchemaReport report) {
        SchemaDefinition definition = report.definition();
        lines.add("");
        lines.add("SchemaDefinition " + definition.ref().shown()
                + (definition.phase().isEmpty() ? "" : "  phase " + Visible.text(definition.phase())));
        definition
                .conditions()
                .forEach(condition -> lines.add("  condition " + Visible.text(condition.type()) + "="
                        + Visible.text(condition.status()) + " " + Visible.text(condition.reason())));
        report.problem()
                .ifPresent(problem -> lines.add("  ? could not be compared: " + Visible.text(problem.answer())));
        report.drift().ifPresent(this::drift);
    }

    private void drift(SchemaDrift drift) {
        lines.add("  table " + drift.names().schema().shown() + "."
                + drift.names().table().shown());
        drift.problems().forEach(problem -> lines.add("  ! " + Visible.text(problem)));
        drift.unknown().ifPresent(unknown -> lines.add("  ? " + unknown));
        Map<SchemaCause, List<SchemaFinding>> byCause = new LinkedHashMap<>();
        drift.findings().stream()
                .sorted((one, other) -> one.cause().compareTo(other.cause()))
                .forEach(finding -> byCause.computeIfAbsent(finding.cause(), cause -> new ArrayList<>())
                        .add(finding));
        byCause.forEach(this::cause);
        drift.otherNames().forEach(sentence -> lines.add("  = " + Visible.text(sentence)));
        drift.renamed()
                .forEach(done -> lines.add("  = " + done.from().kind().word() + " "
                        + done.from().shown() + " becomes " + done.to().shown() + " by a rename"));
        drift.offers().forEach(offer -> {
            lines.add("  ? perhaps " + offer.from().kind().word() + " "
                    + offer.from().shown() + " and " + offer.to().shown() + " are one thing under two names");
            lines.add("      if so: " + RenameText.accept(offer));
        });
        if (!drift.isDrifted() && drift.unknown().isEmpty()) {
            lines.add("  ○ has all that the resource asks for");
        }
    }

    private void cause(SchemaCause cause, List<SchemaFinding> findings) {
        lines.add("  " + (cause.isDrift() ? "▲" : "–") + " " + cause.code() + " " + cause.title());
        for (SchemaFinding finding : findings) {
            lines.add("      " + finding.name().kind().word() + " "
                    + Visible.text(finding.name().name())
                    + (finding.source().isEmpty() ? "" : "  (" + Visible.text(finding.source()) + ")"));
            finding.properties().forEach(property -> lines.add("          " + property(property)));
        }
        lines.add("      " + cause.cause());
        lines.add("      Recovery: " + cause.recovery());
        if (!cause.corrected().isEmpty()) {
            lines.add("      To correct: " + cause.corrected());
        }
    }

    private static String property(Property property) {
        return property.word() + ": " + shown(property.from()) + " → " + shown(property.to());
    }

    private static String shown(@Nullable String value) {
        return value == null ? "–" : Visible.text(value);
    }

    private void aside(List<TableSize> aside) {
        if (aside.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Tables that were set aside, each brought back by plumbline quarantine TABLE --restore:");
        TextTable table = new TextTable("TABLE", "SIZE_BYTES");
        aside.forEach(one -> table.row(one.table().shown(), Long.toString(one.bytes())));
        lines.addAll(table.lines());
    }

    private void orphans(List<TableSize> orphans) {
        if (orphans.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Tables that no SchemaDefinition claims (orphans):");
        TextTable table = new TextTable("SCHEMA", "TABLE", "SIZE_BYTES", "ROWS (ESTIMATE)");
        orphans.forEach(orphan -> table.row(
                orphan.schema().shown(),
                orphan.table().shown(),
                Long.toString(orphan.bytes()),
                orphan.rows().isPresent() ? Long.toString(orphan.rows().getAsLong()) : "never counted"));
        lines.addAll(table.lines());
    }
}
