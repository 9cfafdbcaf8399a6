package dev.plumbline.ui.schema;

import dev.plumbline.drift.structure.RenameOffer;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.drift.velocity.SchemaCause;
import dev.plumbline.drift.velocity.SchemaDrift;
import dev.plumbline.drift.velocity.SchemaFinding;
import dev.plumbline.drift.velocity.SchemaNames;
import dev.plumbline.model.Condition;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Product;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** SchemaDefinitions against tables, as a test decides. */
final class SampleSchemas {
    private final Name schema;
    private final Name table;
    private final List<SchemaFinding> findings = new ArrayList<>();
    private final List<Structure> live = new ArrayList<>();
    private final List<Structure> target = new ArrayList<>();
    private final List<RenameOffer> offers = new ArrayList<>();
    private final List<RenameOffer> renamed = new ArrayList<>();

    private SampleSchemas(String schema, String table) {
        this.schema = Name.of(schema);
        this.table = Name.of(table);
        both(StructureKind.COLUMN, "id", Map.of("type", "uuid", "not null", "yes"));
    }

    static SchemaReports drifted(String schema, String table) {
        SampleSchemas sample = new SampleSchemas(schema, table);
        sample.missing(
                SchemaCause.INDEX_MISSING,
                StructureKind.INDEX,
                Name.cut("idx_" + table + "_supplier_code").text(),
                Map.of("definition", "CREATE INDEX ON " + schema + "." + table + " USING btree (supplier_code)"));
        sample.missing(
                SchemaCause.COLUMN_MISSING,
                StructureKind.COLUMN,
                "approval_date",
                Map.of("type", "timestamp with time zone"));
        StructureName amount = sample.name(StructureKind.COLUMN, "amount");
        sample.live.add(thing(amount, Map.of("type", "numeric(12,2)")));
        sample.target.add(thing(amount, Map.of("type", "numeric(14,2)", "not null", "yes")));
        sample.findings.add(new SchemaFinding(
                SchemaCause.COLUMN_DIFFERS,
                amount,
                "field amount",
                List.of(
                        new Property("not null", null, "yes"),
                        new Property("type", "numeric(12,2)", "numeric(14,2)"))));
        sample.both(StructureKind.COLUMN, "note", Map.of("type", "text"));
        sample.findings.add(
                new SchemaFinding(SchemaCause.UNDECLARED, sample.name(StructureKind.COLUMN, "note"), "", List.of()));
        return sample.reports(List.of());
    }

    /** A column that is there under another name; what is accepted of that. */
    static SchemaReports renamed(Set<String> accepted) {
        SampleSchemas sample = new SampleSchemas("acme", "purchase_order_v1");
        StructureName old = sample.name(StructureKind.COLUMN, "approved_on");
        RenameOffer offer = new RenameOffer(old, sample.name(StructureKind.COLUMN, "approval_date"));
        sample.live.add(thing(old, Map.of("type", "date")));
        if (accepted.contains(offer.argumentWithKind())) {
            sample.target.add(thing(offer.to(), Map.of("type", "date")));
            sample.renamed.add(offer);
        } else {
            sample.target.add(thing(old, Map.of("type", "date")));
            sample.missing(SchemaCause.COLUMN_MISSING, StructureKind.COLUMN, "approval_date", Map.of("type", "date"));
            sample.findings.add(new SchemaFinding(SchemaCause.UNDECLARED, old, "", List.of()));
            sample.offers.add(offer);
        }
        return sample.reports(List.of());
    }

    static SchemaReports clean() {
        return new SampleSchemas("acme", "purchase_order_v1").reports(List.of());
    }

    static SchemaReports unread() {
        return new SampleSchemas("acme", "purchase_order_v1")
                .reports(List.of(new Gap("policies", "42501", "permission denied for table pg_policy")));
    }

    static SchemaReports refused() {
        SampleSchemas sample = new SampleSchemas("acme", "purchase_order_v1");
        return reports(new SchemaReport(sample.definition(), Optional.empty(), Optional.of(refusal())));
    }

    static Problem refusal() {
        return new Problem(
                Problem.Kind.UNREACHABLE, "08001", "Connecting to", "velocity", "refused (08001)", "Check the port.");
    }

    static SchemaReports many(int count) {
        SampleSchemas sample = new SampleSchemas("acme", "wide");
        for (int i = 0; i < count; i++) {
            sample.missing(SchemaCause.COLUMN_MISSING, StructureKind.COLUMN, "column_" + i, Map.of("type", "integer"));
        }
        return sample.reports(List.of());
    }

    private void missing(SchemaCause cause, StructureKind kind, String called, Map<String, String> properties) {
        target.add(thing(name(kind, called), properties));
        findings.add(new SchemaFinding(cause, name(kind, called), "a field", List.of()));
    }

    private void both(StructureKind kind, String called, Map<String, String> properties) {
        live.add(thing(name(kind, called), properties));
        target.add(thing(name(kind, called), properties));
    }

    private StructureName name(StructureKind kind, String called) {
        return new StructureName(kind, schema, table, called);
    }

    private static Structure thing(StructureName name, Map<String, String> properties) {
        return new Structure(name, new TreeMap<>(properties), false);
    }

    private SchemaReports reports(List<Gap> gaps) {
        SchemaDrift drift = new SchemaDrift(
                new SchemaNames(schema, table),
                findings,
                List.of(),
                List.of(),
                snapshot(live, gaps),
                snapshot(target, gaps),
                snapshot(target, gaps).version(),
                offers,
                Renames.of(
                        renamed.stream().map(RenameOffer::argumentWithKind).toList(),
                        snapshot(live, gaps),
                        snapshot(target, gaps)));
        return reports(new SchemaReport(definition(), Optional.of(drift), Optional.empty()));
    }

    private static SchemaReports reports(SchemaReport report) {
        return new SchemaReports(
                "velocity on 127.0.0.1:5432 as velocity (Secret velocity-system/velocity-pg)",
                List.of(report),
                List.of(),
                List.of(),
                List.of(),
                Instant.parse("2026-11-27T02:00:00.123Z"));
    }

    private static StructureSnapshot snapshot(List<Structure> things, List<Gap> gaps) {
        return new StructureSnapshot(
                new ServerVersion(Product.POSTGRESQL, 160004, "16.4"),
                Name.of("velocity"),
                things,
                List.of(),
                Map.of(),
                gaps);
    }

    private SchemaDefinition definition() {
        return new SchemaDefinition(
                new ResourceRef("kind-prod", "velocity.sh", "schemadefinitions", "acme", table.text()),
                "uid",
                "1",
                1,
                "acme",
                "supply",
                "chain",
                "v1",
                2,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "Active",
                "",
                List.of(new Condition("Ready", "True", "Reconciled", "", "")),
                List.of());
    }
}
