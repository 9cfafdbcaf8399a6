package dev.plumbline.cli.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.ownership.DocumentedText.Run;
import dev.plumbline.drift.CheckResult;
import dev.plumbline.drift.OwnershipChecks;
import dev.plumbline.drift.SnapshotText;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.RepairOptions;
import dev.plumbline.plan.RepairPlanner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedTextTest {
    private static final OwnershipModel.Auto MYAPP = wanted("db_myapp_owner", "db_myapp_app");
    private static final List<String> ROLES = List.of(
            "role db_myapp_owner NOLOGIN INHERIT",
            "role db_myapp_app LOGIN INHERIT",
            "member db_myapp_app in db_myapp_owner");

    @Test
    void aHealthyDatabaseReadsAsDocumented() {
        assertThat(text(MYAPP, Run.DONE, healthy(), RepairOptions.ONLY_MISSING))
                .startsWith(
                        "Integrity checks:",
                        "  [CHECK] Owner role \"db_myapp_owner\" .............. OK",
                        "  [CHECK] App user \"db_myapp_app\" .............. OK",
                        "  [CHECK] Role membership app→owner ................ OK",
                        "  [CHECK] Database \"myapp\" owner ................... OK")
                .contains(
                        "Ownership drift: no issues found",
                        "  Applied 0 forward grants across 1 schema(s) (3 already present)");
    }

    @Test
    void reapplyingAllPrintsTheCountsOfTheOriginal() {
        assertThat(text(MYAPP, Run.DONE, healthy(), new RepairOptions(true)))
                .contains(
                        "  Forward default privileges: applied 3 grants across 1 schema(s)",
                        "  Applied 3 forward grants across 1 schema(s)",
                        "  Applied 3 reverse grants across 1 schema(s)");
    }

    @Test
    void aDryRunSaysWhatWouldBeDone() {
        assertThat(text(MYAPP, Run.DRY, List.of("schema public of postgres"), RepairOptions.ONLY_MISSING))
                .contains(
                        "  [CHECK] Owner role \"db_myapp_owner\" .............. MISSING (would create with NOLOGIN INHERIT)",
                        "  [CHECK] App user \"db_myapp_app\" .............. MISSING (would create with LOGIN INHERIT)",
                        "  [CHECK] Role membership app→owner ................ MISSING (would grant)",
                        "  [CHECK] Database \"myapp\" owner ................... DRIFT (current: \"postgres\", expected:"
                                + " \"db_myapp_owner\") — would transfer",
                        "Ownership drift: 4 issue(s) detected (dry-run, not corrected)",
                        "Forward default privileges (dry-run):",
                        "Total: 3 forward + 3 reverse default privilege grants across 1 schema(s) for database \"myapp\"");
    }

    @Test
    void aRunSaysWhatWasDone() {
        assertThat(text(MYAPP, Run.DONE, List.of("schema public of postgres"), RepairOptions.ONLY_MISSING))
                .contains(
                        "  [CHECK] Owner role \"db_myapp_owner\" .............. MISSING → created (NOLOGIN INHERIT)",
                        "  [CHECK] Role membership app→owner ................ MISSING → granted",
                        "Ownership drift: 4 issue(s) fixed");
    }

    @Test
    void whatCouldNotBeReadIsUnknownAndNeverPresent() {
        List<String> lines = new ArrayList<>(ROLES);
        lines.addAll(List.of(
                "owner db_myapp_owner",
                "schema public of postgres",
                "gap \"default privileges\" 42501 \"permission denied\""));
        assertThat(text(MYAPP, Run.REFUSED, lines, RepairOptions.ONLY_MISSING))
                .anyMatch(line -> line.startsWith("  Forward default privileges: unknown ("))
                .noneMatch(line -> line.contains("present") && line.contains("nothing to apply"))
                .noneMatch(line -> line.contains("already present"));
    }

    @Test
    void rolesThatAreOneNameAreUnknownNotHealthy() {
        OwnershipModel.Auto collided = wanted("same", "same");
        assertThat(text(collided, Run.REFUSED, List.of("schema public of postgres"), RepairOptions.ONLY_MISSING))
                .contains("Ownership drift: 0 issue(s) detected (refused, not corrected); 4 check(s) unknown")
                .noneMatch(line -> line.contains("dry-run"))
                .noneMatch(line -> line.contains("already present"));
    }

    private static List<String> healthy() {
        List<String> lines = new ArrayList<>(ROLES);
        lines.addAll(List.of(
                "owner db_myapp_owner",
                "schema public of postgres",
                "default db_myapp_owner in public TABLES {db_myapp_app=arwd/db_myapp_owner}",
                "default db_myapp_owner in public SEQUENCES {db_myapp_app=rU/db_myapp_owner}",
                "default db_myapp_owner in public FUNCTIONS {db_myapp_app=X/db_myapp_owner}",
                "default db_myapp_app in public TABLES {db_myapp_owner=arwd/db_myapp_app}",
                "default db_myapp_app in public SEQUENCES {db_myapp_owner=rU/db_myapp_app}",
                "default db_myapp_app in public FUNCTIONS {db_myapp_owner=X/db_myapp_app}"));
        return lines;
    }

    private static OwnershipModel.Auto wanted(String owner, String app) {
        return new OwnershipModel.Auto(Name.of("myapp"), Name.of(owner), Name.of(app), List.of());
    }

    private static List<String> text(OwnershipModel.Auto wanted, Run run, List<String> lines, RepairOptions options) {
        Snapshot snapshot = SnapshotText.parse("17", wanted.database(), lines);
        List<CheckResult> checks = OwnershipChecks.run(snapshot, wanted);
        Plan plan = RepairPlanner.plan(new PlanTarget(null, "", snapshot.server()), wanted, snapshot, checks, options);
        return new DocumentedText(wanted, checks, plan, run).lines();
    }
}
