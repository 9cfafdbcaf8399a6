package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.model.Visible;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import dev.plumbline.ui.fx.Texts;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands over the findings: whence they are, and what could not be looked at. */
final class SchemaNotices {
    private SchemaNotices() {}

    /** Table, connection, phase and conditions as the cluster has them, and when it was read. */
    static String about(SchemaPage page) {
        return about(page.reports(), page.report());
    }

    static String about(SchemaReports reports, SchemaReport report) {
        SchemaDefinition definition = report.definition();
        List<String> parts = new ArrayList<>();
        report.drift()
                .ifPresent(drift -> parts.add(Texts.get(
                        "schema.table",
                        drift.names().schema().shown() + "."
                                + drift.names().table().shown())));
        parts.add(Visible.text(reports.connection()));
        parts.add(Texts.get(
                "schema.phase",
                definition.phase().isEmpty() ? Texts.get("schema.notSet") : Visible.text(definition.phase())));
        definition
                .conditions()
                .forEach(condition -> parts.add(Visible.text(
                        (condition.type() + "=" + condition.status() + " " + condition.reason()).strip())));
        parts.add(Texts.get(
                "schema.readAt", reports.at().truncatedTo(ChronoUnit.SECONDS).toString()));
        return String.join(" · ", parts);
    }

    /** What could not be told stands first. */
    static List<String> of(SchemaPage page) {
        Stream<String> told = page.report().drift().stream().flatMap(SchemaNotices::of);
        return Stream.concat(told, page.reports().notes().stream().map(Visible::text))
                .toList();
    }

    private static Stream<String> of(SchemaDrift drift) {
        List<String> told = new ArrayList<>();
        drift.unknown().ifPresent(unknown -> told.add("? " + Visible.text(unknown)));
        drift.problems().forEach(problem -> told.add("! " + Visible.text(problem)));
        drift.otherNames().forEach(sentence -> told.add("= " + Visible.text(sentence)));
        return told.stream();
    }
}
