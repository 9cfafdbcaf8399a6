package dev.plumbline.drift.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.structure.Renames;
import dev.plumbline.drift.structure.StructureDifference.Property;
import dev.plumbline.drift.velocity.RecoveryAnswer.Outcome;
import dev.plumbline.drift.velocity.RecoveryOption.Verdict;
import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.model.velocity.SchemaDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryOptionsTest {
    private static final Name SCHEMA = Name.of("acme");
    private static final Name TABLE = Name.of("purchase_order_v1");

    @ParameterizedTest
    @EnumSource(SchemaCause.class)
    void everyWaySaysSomethingOfEveryCause(SchemaCause cause) {
        List<RecoveryOption> options = RecoveryOptions.of(definition(), drift(finding(cause)));
        assertThat(options).extracting(RecoveryOption::route).containsExactly(RecoveryRoute.values());
        for (RecoveryOption option : options) {
            assertThat(option.answers()).singleElement().satisfies(answer -> {
                assertThat(answer.finding().cause()).isEqualTo(cause);
                assertThat(answer.sentence()).endsWith(".").hasSizeGreaterThan(20);
            });
            assertThat(option.does()).isNotEmpty();
            assertThat(option.loses()).isNotEmpty();
            assertThat(option.pageSays()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INDEX_MISSING, SETS_RIGHT, SETS_RIGHT, SETS_RIGHT",
        "INDEX_INVALID, DOES_NOT, SETS_RIGHT, SETS_RIGHT",
        "INDEX_DIFFERS, DOES_NOT, SETS_RIGHT, SETS_RIGHT",
        "COLUMN_MISSING, SETS_RIGHT, SETS_RIGHT, SETS_RIGHT",
        "COLUMN_DIFFERS, SETS_RIGHT, SETS_RIGHT, SETS_RIGHT",
        "CONSTRAINT_MISSING, DOES_NOT, SETS_RIGHT, SETS_RIGHT",
        "CONSTRAINT_DIFFERS, DOES_NOT, SETS_RIGHT, SETS_RIGHT",
        "POLICY_MISSING, SETS_RIGHT, SETS_RIGHT, SETS_RIGHT",
        "POLICY_DIFFERS, SETS_RIGHT, SETS_RIGHT, SETS_RIGHT",
        "ROW_SECURITY_OFF, UNCERTAIN, SETS_RIGHT, SETS_RIGHT",
        "TABLE_MISSING, SETS_RIGHT, ON_CONDITION, SETS_RIGHT",
        "OPERATOR_PART_MISSING, SETS_RIGHT, DOES_NOT, SETS_RIGHT",
        "UNDECLARED, LEAVES, LEAVES, TAKES_AWAY",
    })
    void whatEachWayDoesAboutEachCause(SchemaCause cause, Outcome operator, Outcome byHand, Outcome recreate) {
        assertThat(outcomes(finding(cause))).containsExactly(operator, byHand, recreate);
    }

    @Test
    void aRequiredColumnIsABreakingChangeForTheOperator() {
        StructureName name = name(StructureKind.COLUMN, "supplier_code");
        SchemaFinding gone = new SchemaFinding(SchemaCause.COLUMN_MISSING, name, "spec.fields", List.of());
        SchemaDrift drift = drift(gone, new Structure(name, new TreeMap<>(Map.of("not null", "yes")), false));
        RecoveryOption operator = RecoveryOptions.of(definition(), drift).get(0);
        assertThat(operator.answers().get(0).outcome()).isEqualTo(Outcome.ON_CONDITION);
        assertThat(operator.answers().get(0).sentence()).contains("velocity.sh/breaking-change: approved");
        assertThat(operator.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(operator.lossIsFinal()).isTrue();
        RecoveryOption byHand = RecoveryOptions.of(definition(), drift).get(1);
        assertThat(byHand.answers().get(0).outcome()).isEqualTo(Outcome.ON_CONDITION);
        assertThat(byHand.answers().get(0).sentence()).contains("Add it without NOT NULL, fill it");
    }

    @ParameterizedTest
    @CsvSource({
        "character varying(10), character varying(20), SETS_RIGHT",
        "character varying(20), character varying(10), ON_CONDITION",
        "text, character varying(10), ON_CONDITION",
        "numeric(12), bigint, DOES_NOT",
        "text, uuid, DOES_NOT",
    })
    void theOperatorChangesLengthsAndNoTypes(String from, String to, Outcome outcome) {
        SchemaFinding finding = new SchemaFinding(
                SchemaCause.COLUMN_DIFFERS,
                name(StructureKind.COLUMN, "code"),
                "spec.fields",
                List.of(new Property("type", from, to)));
        assertThat(outcomes(finding).get(0)).isEqualTo(outcome);
    }

    @Test
    void notNullNeedsAnApprovalAndRowsThatAllow() {
        SchemaFinding finding = new SchemaFinding(
                SchemaCause.COLUMN_DIFFERS,
                name(StructureKind.COLUMN, "code"),
                "spec.fields",
                List.of(new Property("not null", null, "yes")));
        assertThat(outcomes(finding).get(0)).isEqualTo(Outcome.ON_CONDITION);
    }

    @Test
    void whatOnlyTheRunbooksListsAskForIsNeverMadeByTheOperator() {
        for (String source :
                List.of("spec.indexes, idx_po", "spec.constraints, chk_a", "rowFilter, region_isolation")) {
            SchemaFinding finding = new SchemaFinding(
                    SchemaCause.INDEX_MISSING, name(StructureKind.INDEX, "idx_po"), source, List.of());
            assertThat(outcomes(finding)).containsExactly(Outcome.DOES_NOT, Outcome.SETS_RIGHT, Outcome.DOES_NOT);
        }
    }

    @Test
    void theVerdictCountsDriftAlone() {
        assertThat(RecoveryOptions.of(definition(), drift(finding(SchemaCause.UNDECLARED))))
                .extracting(RecoveryOption::verdict)
                .containsOnly(Verdict.NOTHING_TO_DO);
        SchemaDrift both = drift(finding(SchemaCause.INDEX_MISSING), finding(SchemaCause.CONSTRAINT_MISSING));
        assertThat(RecoveryOptions.of(definition(), both))
                .extracting(RecoveryOption::verdict)
                .containsExactly(Verdict.PARTLY, Verdict.WORKS, Verdict.WORKS);
        assertThat(RecoveryOptions.of(definition(), drift(finding(SchemaCause.INDEX_INVALID)))
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.DOES_NOT);
    }

    @ParameterizedTest
    @EnumSource(SchemaCause.class)
    void dataThatCannotComeBackIsSaidWhereThatIsSo(SchemaCause cause) {
        boolean gone = cause == SchemaCause.COLUMN_MISSING || cause == SchemaCause.TABLE_MISSING;
        assertThat(RecoveryOptions.of(definition(), drift(finding(cause))))
                .extracting(RecoveryOption::lossIsFinal)
                .containsExactly(gone, gone, gone || cause == SchemaCause.UNDECLARED);
    }

    @Test
    void allOfTheCausesTogetherKeepTheirOrderInEveryColumn() {
        SchemaFinding[] all = Arrays.stream(SchemaCause.values())
                .map(RecoveryOptionsTest::finding)
                .toArray(SchemaFinding[]::new);
        for (RecoveryOption option : RecoveryOptions.of(definition(), drift(all))) {
            assertThat(option.answers())
                    .extracting(answer -> answer.finding().cause())
                    .containsExactly(SchemaCause.values());
        }
    }

    private static List<Outcome> outcomes(SchemaFinding finding) {
        return RecoveryOptions.of(definition(), drift(finding)).stream()
                .map(option -> option.answers().get(0).outcome())
                .toList();
    }

    private static SchemaFinding finding(SchemaCause cause) {
        StructureKind kind = switch (cause) {
            case INDEX_MISSING, INDEX_INVALID, INDEX_DIFFERS -> StructureKind.INDEX;
            case COLUMN_MISSING, COLUMN_DIFFERS, UNDECLARED -> StructureKind.COLUMN;
            case CONSTRAINT_MISSING, CONSTRAINT_DIFFERS -> StructureKind.CONSTRAINT;
            case POLICY_MISSING, POLICY_DIFFERS -> StructureKind.POLICY;
            case ROW_SECURITY_OFF, TABLE_MISSING -> StructureKind.TABLE;
            case OPERATOR_PART_MISSING -> StructureKind.TRIGGER;
        };
        return new SchemaFinding(cause, name(kind, "thing"), "spec.fields, field thing", List.of());
    }

    private static StructureName name(StructureKind kind, String called) {
        return kind == StructureKind.TABLE
                ? new StructureName(kind, SCHEMA, null, TABLE.text())
                : new StructureName(kind, SCHEMA, TABLE, called);
    }

    private static SchemaDrift drift(SchemaFinding... findings) {
        return new SchemaDrift(
                new SchemaNames(SCHEMA, TABLE),
                List.of(findings),
                List.of(),
                List.of(),
                state(),
                state(),
                state().version(),
                List.of(),
                Renames.NONE);
    }

    private static SchemaDrift drift(SchemaFinding finding, Structure wanted) {
        return new SchemaDrift(
                new SchemaNames(SCHEMA, TABLE),
                List.of(finding),
                List.of(),
                List.of(),
                state(),
                state(wanted),
                state().version(),
                List.of(),
                Renames.NONE);
    }

    private static StructureSnapshot state(Structure... things) {
        return new StructureSnapshot(
                new ServerVersion(Product.POSTGRESQL, 160004, "16.4"),
                Name.of("velocity"),
                List.of(things),
                List.of(),
                Map.of(),
                List.of());
    }

    private static SchemaDefinition definition() {
        return new SchemaDefinition(
                new ResourceRef("kind-prod", "velocity.sh", "schemadefinitions", "acme", "purchase-order"),
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
                "Ready",
                "",
                List.of(),
                List.of());
    }
}
