package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.output.Console;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;

/** SchemaDefinitions and their tables as JSON, format {@code plumbline.schema-drift/1}. */
final class SchemaDriftJson {
    private SchemaDriftJson() {}

    static ObjectNode of(SchemaReports reports) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.schema-drift/1")
                .put("connection", reports.connection())
                .put("at", reports.at().toString());
        ArrayNode definitions = node.putArray("schemaDefinitions");
        reports.reports().forEach(report -> report(definitions.addObject(), report));
        ArrayNode orphans = node.putArray("orphans");
        reports.orphans().forEach(orphan -> {
            ObjectNode one = orphans.addObject()
                    .put("schema", orphan.schema().text())
                    .put("table", orphan.table().text())
                    .put("bytes", orphan.bytes());
            orphan.rows().ifPresent(rows -> one.put("rowsEstimate", rows));
        });
        ArrayNode aside = node.putArray("aside");
        reports.aside()
                .forEach(one -> aside.addObject()
                        .put("schema", one.schema().text())
                        .put("table", one.table().text())
                        .put("bytes", one.bytes()));
        reports.notes().forEach(node.putArray("notes")::add);
        return node;
    }

    private static void report(ObjectNode node, SchemaReport report) {
        node.put("namespace", report.definition().ref().namespace())
                .put("name", report.definition().ref().name())
                .put("phase", report.definition().phase());
        report.problem()
                .ifPresent(
                        problem -> node.put("couldNotCompare", problem.answer()).put("code", problem.code()));
        report.drift().ifPresent(drift -> drift(node, drift));
    }

    private static void drift(ObjectNode node, SchemaDrift drift) {
        node.put("schema", drift.names().schema().text())
                .put("table", drift.names().table().text())
                .put("drifted", drift.isDrifted());
        drift.unknown().ifPresent(unknown -> node.put("unknown", unknown));
        ArrayNode findings = node.putArray("findings");
        drift.findings().forEach(finding -> finding(findings.addObject(), finding));
        drift.renamed().forEach(rename -> node.withArray("renamed").add(rename.argumentWithKind()));
        drift.offers().forEach(offer -> node.withArray("perhapsRenamed").add(offer.argumentWithKind()));
        drift.otherNames().forEach(node.putArray("otherNames")::add);
        drift.problems().forEach(node.putArray("problems")::add);
    }

    private static void finding(ObjectNode node, SchemaFinding finding) {
        node.put("code", finding.cause().code())
                .put("title", finding.cause().title())
                .put("drift", finding.cause().isDrift())
                .put("kind", finding.name().kind().word())
                .put("name", finding.name().name())
                .put("shown", Visible.text(finding.name().name()))
                .put("askedForBy", finding.source());
        ArrayNode properties = node.putArray("properties");
        finding.properties()
                .forEach(property -> properties
                        .addObject()
                        .put("property", property.word())
                        .put("from", property.from())
                        .put("to", property.to()));
    }
}
