package dev.plumbline.kube.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.velocity.DeclaredConstraint;
import dev.plumbline.model.velocity.DeclaredIndex;
import dev.plumbline.model.velocity.DeclaredPolicy;
import dev.plumbline.model.velocity.FieldType;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.model.velocity.SchemaField;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDefinitionResourceTest {
    private static final String HEAD = """
            apiVersion: velocity.sh/v1
            kind: SchemaDefinition
            metadata:
              name: purchase-order
              namespace: acme-supply-chain-procurement
              uid: "1"
              resourceVersion: "7"
              labels: {velocity.sh/org: acme, velocity.sh/app: supply-chain, velocity.sh/domain: procurement}
              annotations: {velocity.sh/breaking-change: Approved}
            """;

    @Test
    void readsTheFormOfTheDefinition() {
        SchemaDefinition read = read("""
                spec:
                  version: v1
                  search: {tier: Tier2}
                  access:
                    rowFilter: [{role: Buyer EU, filter: {field: region, op: eq, value: eu}}]
                  fields:
                    - {name: supplier-code, type: string, maxLength: 12, required: true, indexed: true}
                    - {name: status, type: enum, enumValues: [open, closed], default: open}
                    - {name: quantity, type: integer, default: 3}
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.tier()).isEqualTo(2);
        assertThat(read.filteredRoles()).containsExactly("Buyer EU");
        assertThat(read.breakingChangeApproved()).isTrue();
        assertThat(read.fields())
                .containsExactly(
                        new SchemaField("supplier-code", FieldType.STRING, true, false, true, 12, List.of(), null),
                        new SchemaField(
                                "status", FieldType.ENUM, false, false, false, 0, List.of("open", "closed"), "open"),
                        new SchemaField("quantity", FieldType.INTEGER, false, false, false, 0, List.of(), "3"));
    }

    @Test
    void understandsTheListsThatTheRunbookReads() {
        SchemaDefinition read = read("""
                spec:
                  version: v1
                  fields: [{name: approved, type: timestamp}, {name: status, type: enum, enum: [a]}]
                  indexes: [{name: idx_po_supplier, fields: [supplier_code], unique: true, where: amount > 0}]
                  constraints: [{name: chk_amount_positive, check: amount > 0}, {name: empty}]
                  uniqueConstraints: [{name: once, fields: [status]}]
                  rowFilter: [{name: region_isolation, condition: "region = 'eu'"}]
                """);
        assertThat(read.fields().get(0).type()).isEqualTo(FieldType.DATETIME);
        assertThat(read.fields().get(1).enumValues()).containsExactly("a");
        assertThat(read.indexes())
                .containsExactly(new DeclaredIndex("idx_po_supplier", List.of("supplier_code"), true, "amount > 0"));
        assertThat(read.constraints())
                .containsExactly(
                        new DeclaredConstraint("chk_amount_positive", List.of(), "amount > 0"),
                        new DeclaredConstraint("once", List.of("status"), ""));
        assertThat(read.policies()).containsExactly(new DeclaredPolicy("region_isolation", "region = 'eu'"));
        assertThat(read.problems())
                .containsExactly("spec.constraints[1].check: expected a check or columns, found neither.");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        SchemaDefinition read = read("""
                spec:
                  version: v1
                  fields: [{name: shape, type: polygon}, {name: size, type: string, maxLength: -3}, {type: date}]
                  access: {rowFilter: [{role: a, filter: {field: size, op: like, value: x}}, {role: b, filter: {field: size, op: lte}}]}
                """);
        assertThat(read.fields()).hasSize(1);
        assertThat(read.problems())
                .containsExactlyInAnyOrder(
                        "spec.fields[0].type: expected one of the types of velocity.sh/v1, found \"polygon\".",
                        "spec.fields[1].maxLength: expected a number from 1 to 10485760, found -3.",
                        "spec.fields[2].name: expected a string, found nothing.",
                        "spec.access.rowFilter[0].filter.op: expected one of eq, neq, gt, gte, lt and lte, found \"like\".");
    }

    private static SchemaDefinition read(String spec) {
        ResourceRef ref = new ResourceRef(
                "here", "velocity.sh", "schemadefinitions", "acme-supply-chain-procurement", "purchase-order");
        return SchemaDefinitionResource.declared(ref, Yaml.node(HEAD + spec));
    }
}
