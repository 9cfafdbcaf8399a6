package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruthTriangleTest {
    private static Scenario scenario(String name) {
        return Scenario.read(Path.of("src/test/resources/scenarios", name + ".scenario"));
    }

    private static List<TruthRow> truth(String name, SampleResource resource) {
        Scenario scenario = scenario(name);
        return TruthTriangle.compute(
                resource.build(),
                scenario.recorded(),
                OwnershipChecks.run(scenario.recorded().orElseThrow(), scenario.wanted()));
    }

    private static SampleResource resource(String name) {
        return new SampleResource(scenario(name).wanted());
    }

    private static TruthRow row(List<TruthRow> rows, String field) {
        return rows.stream()
                .filter(row -> row.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHealthyDatabaseAgreesInEveryField() {
        List<TruthRow> rows =
                truth("OWN-101/healthy", resource("OWN-101/healthy").statusOwner("db_billing_owner"));
        assertThat(rows)
                .extracting(TruthRow::field)
                .containsExactly(
                        "Phase",
                        "Ownership",
                        "Database owner",
                        "Roles",
                        "Membership",
                        "Default privileges",
                        "Drift status");
        assertThat(rows).extracting(TruthRow::verdict).containsOnly(TruthRow.Verdict.AGREE);
    }

    @Test
    void aStatusThatReportsReadyOverAMissingRoleLies() {
        List<TruthRow> rows = truth("OWN-102/app-user-missing", resource("OWN-102/app-user-missing"));
        assertThat(row(rows, "Phase").verdict()).isEqualTo(TruthRow.Verdict.STATUS_LIES);
        assertThat(row(rows, "Roles").verdict()).isEqualTo(TruthRow.Verdict.STATUS_LIES);
        assertThat(row(rows, "Roles").catalog()).isEqualTo("exists, NOLOGIN INHERIT; missing");
        assertThat(row(rows, "Drift status").explanation())
                .isEqualTo(
                        "The resource reports Ready and no drift; the operator does not look at roles, memberships or"
                                + " default privileges.");
        assertThat(row(rows, "Database owner").verdict()).isEqualTo(TruthRow.Verdict.AGREE);
    }

    @Test
    void aStatusFromBeforeTheLastChangeIsStaleNotALie() {
        List<TruthRow> rows = truth(
                "OWN-102/app-user-missing", resource("OWN-102/app-user-missing").observed(2));
        assertThat(row(rows, "Phase").verdict()).isEqualTo(TruthRow.Verdict.STATUS_STALE);
        assertThat(row(rows, "Phase").explanation()).contains("generation 2").contains("generation 3");
        assertThat(row(rows, "Roles").verdict()).isEqualTo(TruthRow.Verdict.STATUS_STALE);
        assertThat(row(rows, "Drift status").verdict()).isEqualTo(TruthRow.Verdict.STATUS_STALE);
    }

    @Test
    void driftThatWasRepairedSinceMakesTheStatusStale() {
        List<TruthRow> rows =
                truth("OWN-101/healthy", resource("OWN-101/healthy").drift("ownership.user", "ownership.membership"));
        assertThat(row(rows, "Drift status").verdict()).isEqualTo(TruthRow.Verdict.STATUS_STALE);
        assertThat(row(rows, "Drift status").explanation()).contains("ownership.membership, ownership.user");
    }

    @Test
    void driftThatIsListedAndThereMakesTheCatalogWrong() {
        List<TruthRow> rows = truth(
                "OWN-104/owned-by-postgres",
                resource("OWN-104/owned-by-postgres").drift("owner").statusOwner("postgres"));
        assertThat(row(rows, "Drift status").verdict()).isEqualTo(TruthRow.Verdict.CATALOG_WRONG);
        assertThat(row(rows, "Database owner").verdict()).isEqualTo(TruthRow.Verdict.CATALOG_WRONG);
    }

    @Test
    void aStatusThatNamesTheDeclaredOwnerOverAnotherLies() {
        List<TruthRow> rows = truth(
                "OWN-104/owned-by-postgres",
                resource("OWN-104/owned-by-postgres").statusOwner("db_billing_owner"));
        assertThat(row(rows, "Database owner").verdict()).isEqualTo(TruthRow.Verdict.STATUS_LIES);
        assertThat(row(rows, "Drift status").explanation())
                .isEqualTo(
                        "The resource reports Ready and no drift, last checked 2026-03-18T10:30:00Z; the catalog differs"
                                + " now.");
    }

    @Test
    void aStatusThatNamesAFormerOwnerIsStale() {
        List<TruthRow> rows =
                truth("OWN-101/healthy", resource("OWN-101/healthy").statusOwner("postgres"));
        assertThat(row(rows, "Database owner").verdict()).isEqualTo(TruthRow.Verdict.STATUS_STALE);
    }

    @Test
    void aFailedPhaseOverWhatStandsIsStaleAndOverWhatDiffersIsTheCatalogsFault() {
        assertThat(row(truth("OWN-101/healthy", resource("OWN-101/healthy").phase("Failed")), "Phase")
                        .verdict())
                .isEqualTo(TruthRow.Verdict.STATUS_STALE);
        String missing = "OWN-103/membership-missing";
        List<TruthRow> rows = truth(missing, resource(missing).phase("Failed"));
        assertThat(row(rows, "Phase").verdict()).isEqualTo(TruthRow.Verdict.CATALOG_WRONG);
        assertThat(row(rows, "Membership").verdict()).isEqualTo(TruthRow.Verdict.CATALOG_WRONG);
    }

    @Test
    void anOwnershipPhaseThatFailedOverWhatStandsIsStaleInItsOwnRowOnly() {
        List<TruthRow> rows =
                truth("OWN-101/healthy", resource("OWN-101/healthy").ownershipPhase("Failed"));
        assertThat(row(rows, "Ownership").verdict()).isEqualTo(TruthRow.Verdict.STATUS_STALE);
        assertThat(row(rows, "Ownership").explanation()).contains("Failed").contains("holds what is declared");
        assertThat(row(rows, "Roles").verdict()).isEqualTo(TruthRow.Verdict.AGREE);
    }

    @Test
    void aRowOverManyChecksCountsThemAndNamesTwo() {
        List<TruthRow> rows = truth("OWN-101/both-roles-missing", resource("OWN-101/both-roles-missing"));
        assertThat(row(rows, "Ownership").catalog()).isEqualTo("6 of 6 checks differ");
        assertThat(row(rows, "Ownership").explanation()).contains("Owner role: missing; App user: missing; and 4 more");
    }

    @Test
    void namesThatCannotBeRightMakeTheSpecWrong() {
        List<TruthRow> rows = truth("OWN-103/names-collide", resource("OWN-103/names-collide"));
        assertThat(rows).extracting(TruthRow::verdict).containsOnly(TruthRow.Verdict.SPEC_WRONG);
        assertThat(row(rows, "Membership").explanation()).contains("a role cannot be a member of itself");
        assertThat(row(truth("OWN-101/name-kept-by-the-server", resource("OWN-101/name-kept-by-the-server")), "Roles")
                        .explanation())
                .contains("42939");
    }

    @Test
    void fieldsThatCouldNotBeReadMakeTheSpecWrong() {
        List<TruthRow> rows =
                truth("OWN-101/healthy", resource("OWN-101/healthy").problem("spec.postgres.schemas is no list."));
        assertThat(row(rows, "Phase").explanation()).isEqualTo("spec.postgres.schemas is no list.");
    }

    @Test
    void whatWasNotReadIsUnknown() {
        DeclaredDatabase resource = resource("OWN-101/healthy").build();
        List<TruthRow> rows = TruthTriangle.compute(resource, Optional.empty(), List.of());
        assertThat(rows).extracting(TruthRow::verdict).containsOnly(TruthRow.Verdict.UNKNOWN);
        String gaps = "OWN-101/roles-cannot-be-read";
        assertThat(row(truth(gaps, resource(gaps)), "Roles").explanation()).contains("42501");
        assertThat(row(truth(gaps, resource(gaps)), "Phase").verdict()).isEqualTo(TruthRow.Verdict.UNKNOWN);
    }

    @Test
    void driftThatWasNeverCheckedIsStaleNotALie() {
        String name = "OWN-103/membership-missing";
        assertThat(row(truth(name, resource(name).neverChecked()), "Drift status")
                        .verdict())
                .isEqualTo(TruthRow.Verdict.STATUS_STALE);
    }

    @Test
    void whatAResourceSaysNeverDeceivesTheEyeNorFillsTheScreen() {
        String name = "OWN-101/healthy";
        TruthRow row = row(
                truth(name, resource(name).statusOwner("post\u202Egres" + "x".repeat(1_000_000))), "Database owner");
        assertThat(row.status()).startsWith("post\\u{202E}gres").endsWith("… (1000009 characters)");
        assertThat(row.explanation().length()).isLessThan(600);
    }

    @Test
    void otherOwnershipModelsHaveOnlyTheRowsTheySpeakOf() {
        DeclaredDatabase direct = new SampleResource(new OwnershipModel.Direct(Name.of("boss"))).build();
        assertThat(TruthTriangle.compute(direct, scenario("OWN-101/healthy").recorded(), List.of()))
                .extracting(row -> row.field() + ": " + row.verdict())
                .containsExactly("Phase: UNKNOWN", "Database owner: CATALOG_WRONG");
        DeclaredDatabase none = new SampleResource(new OwnershipModel.None()).build();
        assertThat(TruthTriangle.compute(none, Optional.empty(), List.of()))
                .extracting(TruthRow::field)
                .containsExactly("Phase");
    }
}
